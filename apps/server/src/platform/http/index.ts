export type { Caller, Credentials, Identify, Key, Person, RequestOrigin } from './caller.ts';
export { personRoutes, publicRoutes, workspaceRoutes, type Route } from './handlers.ts';
export { mountProcedures } from './mount.ts';
export { problemOf } from './problem.ts';
export { createRateLimit } from './rate-limit.ts';
export { createHttpServer } from './server.ts';
export { refuseForeignOrigin } from './origin.ts';
