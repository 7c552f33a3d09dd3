export { applyNumberUpdates, type NumberUpdate } from './apply-number-updates.ts';
export { connectAccount } from './connect.ts';
export { doorPath, findDoor, noteDeliveries } from './doors.ts';
export { graphForAccount, graphForNumber } from './graph-for.ts';
export { mountHandshake } from './handshake.ts';
export { asRefusalByMeta } from './meta-problem.ts';
export { numbersTasks } from './jobs.ts';
export {
  routeOf,
  routeOfAccount,
  routesOf,
  type AccountRoute,
  type NumberRoute,
  type Routes,
} from './meta-routes.ts';
export { whileFew, type NumbersParts, type SignUpApp } from './numbers-parts.ts';
export { numbersRoutes } from './routes.ts';
