export { templateScorecardTasks } from './templates/jobs.ts';
export { templateScorecardRoutes } from './templates/routes.ts';
export { templateScorecardSubscribers } from './templates/subscribers.ts';
