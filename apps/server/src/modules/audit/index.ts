export { auditRoutes } from './routes.ts';
export { auditSubscribers } from './subscribers.ts';
