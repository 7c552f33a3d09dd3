import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { movableClock, type MovableClock } from '../src/platform/clock/index.ts';
import { connectDatabase, type Database } from '../src/platform/db/index.ts';
import { templateName, testMasterKey, testRolePrefix } from './global-database.ts';

export interface TestDatabase {
  db: Database;
  clock: MovableClock;
  /** The owner's address, for what must look from outside of row security. */
  ownerUrl: string;
  /** Runs SQL as the owner. */
  asOwner: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of this test file's own, cloned from the migrated template. */
export async function createTestDatabase(clock = movableClock()): Promise<TestDatabase> {
  const serverUrl = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnce(serverUrl, `create database ${name} template ${templateName} strategy file_copy`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const ownerUrl = address.toString();
  const db = connectDatabase({
    url: ownerUrl,
    masterKey: testMasterKey,
    rolePrefix: testRolePrefix,
    poolSize: 5,
    clock,
    onIdleError: () => {},
  });
  return {
    db,
    clock,
    ownerUrl,
    asOwner: (text, values) => runOnce(ownerUrl, text, values),
    drop: async () => {
      await db.close();
      await runOnce(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

async function runOnce<Row extends object>(url: string, text: string, values?: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
