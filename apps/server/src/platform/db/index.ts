export { createBinds, type Bind, type Binds } from './binds.ts';
export { q, type Queryable } from './queries.ts';
export { asRefusal, isConnectionLoss, isUniqueViolation } from './sql-errors.ts';
export type { Actor, SystemTx, Tx } from './transaction.ts';
export { connectDatabase, type Database } from './database.ts';
export { migrate } from './migrate.ts';
