export { numberHealthRoutes } from './routes.ts';
export { watchHealth } from './watch-health.ts';
