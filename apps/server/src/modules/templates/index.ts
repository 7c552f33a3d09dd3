export { fillTemplate } from './fill.ts';
export { templatesTasks } from './jobs.ts';
export { parametersOf } from './parameters.ts';
export { templatesRoutes } from './routes.ts';
export { templateRefusal, templateRefusalSql } from './standing.ts';
export { templatesSubscribers } from './subscribers.ts';
export { textOfTemplate } from './text.ts';
export { applyTemplateUpdates, type TemplateUpdate } from './updates.ts';
export type { TemplateValues } from './values.ts';
