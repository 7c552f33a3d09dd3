export { runChecks, type Check } from './checks.ts';
export { healthRoutes } from './routes.ts';
