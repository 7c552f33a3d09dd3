export { fillTemplate } from './fill.ts';
export { templatesTasks } from './jobs.ts';
export { parametersOf } from './parameters.ts';
export { templatesRoutes } from './routes.ts';
export { templateRefusalSql } from './standing.ts';
export { templatesSubscribers } from './subscribers.ts';
export { textOfTemplate } from './text.ts';
export { applyTemplateUpdates } from './updates.ts';
