import { setTimeout as sleep } from 'node:timers/promises';
import { connectDatabase, type Database, type Tx } from '../src/platform/db/index.ts';
import { publish, type Fact } from '../src/platform/events/index.ts';
import { testMasterKey, testRolePrefix } from './global-database.ts';
import type { TestDatabase } from './test-database.ts';

const actor = { kind: 'system', id: 'test' } as const;

export const renamed = (name: string): Fact => ({ type: 'role.created', data: { roleId: anyId, name } });
export const keyMade = (name: string): Fact => ({
  type: 'api_key.created',
  data: { keyId: anyId, name, hint: 'tk_' },
});

const anyId = '01890000-0000-7000-8000-000000000001';

/** Appends facts to a workspace's history in one transaction. */
export function append(db: Database, workspaceId: string, facts: Fact[]): Promise<void> {
  return inTransaction(db, workspaceId, (tx) => publish(tx, ...facts));
}

export function inTransaction<T>(
  db: Database,
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.inWorkspace({ workspaceId, actor }, work);
}

/** The same database as another process would open it. */
export const connectAgain = ({ ownerUrl, clock }: TestDatabase, poolSize = 5): Database =>
  connectDatabase({
    url: ownerUrl,
    masterKey: testMasterKey,
    rolePrefix: testRolePrefix,
    poolSize,
    clock,
    onIdleError: () => {},
  });

/** What a restart of PostgreSQL does to its clients. */
export function cutAllConnections(test: TestDatabase): Promise<object[]> {
  return test.asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
}

/** Waits until a condition holds; for what other processes do, where nothing can be awaited. */
export async function until(holds: () => boolean, within = 15_000): Promise<void> {
  const end = performance.now() + within;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`It did not happen within ${within} ms.`);
    await sleep(5);
  }
}
