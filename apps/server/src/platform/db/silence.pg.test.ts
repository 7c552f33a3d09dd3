import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLine, type Line } from '../../../test/database-line.ts';
import { testMasterKey, testRolePrefix } from '../../../test/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type Database } from './database.ts';

let whole: TestDatabase;
let line: Line;
let db: Database;

beforeAll(async () => {
  whole = await createTestDatabase();
  line = await openLine(whole.ownerUrl);
  db = connectDatabase({
    url: line.url,
    masterKey: testMasterKey,
    rolePrefix: testRolePrefix,
    poolSize: 5,
    clock: whole.clock,
    onIdleError: () => {},
    silenceMilliseconds: 500,
  });
});
afterAll(async () => {
  line.join();
  await db.close();
  await line.close();
  await whole.drop();
});

const ask = (): Promise<unknown> => db.acrossWorkspaces('maintenance', (tx) => tx.sql('select 1 as one'));

test('a database that says nothing is given up on, and asked again when it speaks', async () => {
  // So that there are connections that were good a moment ago.
  await Promise.all(Array.from({ length: 5 }, ask));
  line.stall();
  const answers = await Promise.allSettled(Array.from({ length: 8 }, ask));
  for (const answer of answers) {
    expect(answer).toMatchObject({
      status: 'rejected',
      reason: { code: 'unavailable', retryAfterSeconds: 2 },
    });
  }
  line.cut();
  line.join();
  expect(await ask()).toEqual([{ one: 1 }]);
});

test('a statement that takes its time is not mistaken for silence of the line', async () => {
  await expect(
    db.acrossWorkspaces('maintenance', (tx) => tx.sql(`select pg_sleep(0.4)`)),
  ).resolves.toHaveLength(1);
});
