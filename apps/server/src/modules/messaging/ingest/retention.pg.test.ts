import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import { ensurePartitions } from '../../../platform/db/partitions.ts';
import { dropOldDeliveries } from '../jobs.ts';
import { readBacklog, storeDeliveries } from './deliveries.ts';

let database: TestDatabase;
const workspaceId = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const store = (...texts: string[]): Promise<number> =>
  storeDeliveries(
    database.db,
    texts.map((text) => ({ workspaceId, appId: randomUUID(), body: Buffer.from(text) })),
    database.clock.now(),
  );

async function addPartitions(): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await ensurePartitions(owner, 'webhook_deliveries', database.clock.now());
  await owner.end();
}

const bodies = async (): Promise<Record<string, string[]>> => {
  const rows = await database.asOwner<{ place: string; body: string }>(
    `select tableoid::regclass::text as place, convert_from(body, 'UTF8') as body from webhook_deliveries order by 2`,
  );
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ place }) => place)].map(([place, found]) => [
      place.replace('webhook_deliveries_', ''),
      found.map(({ body }) => body),
    ]),
  );
};

const finish = (pattern: string): Promise<object[]> =>
  database.asOwner(
    `update webhook_deliveries set state = 'done', done_at = $1 where convert_from(body, 'UTF8') like $2`,
    [database.clock.now(), pattern],
  );

async function dropOld(webhooksKeptDays: number): Promise<void> {
  const { db, ownerUrl, clock } = database;
  const delivery = { jobId: '1', payload: { input: {} }, attempt: 1, maxAttempts: 1 };
  await dropOldDeliveries.perform(
    { ...delivery, signal: new AbortController().signal, db },
    { ownerUrl, now: () => clock.now(), webhooksKeptDays },
  );
}

test('deliveries lie in the partition of their day, also those that came before there was one', async () => {
  // The template of the tests was migrated on another day than their clock's.
  await store('first');
  expect(await bodies()).toEqual({ default: ['first'] });
  await addPartitions();
  await store('second');
  database.clock.advance(86_400_000);
  await store('third');
  expect(await bodies()).toEqual({ '2026_11_20': ['first', 'second'], '2026_11_21': ['third'] });
  await addPartitions();
  expect(await store('third')).toBe(0);
});

test('the backlog is what waits, and for how long', async () => {
  database.clock.advance(30_000);
  expect(await readBacklog(database.db)).toEqual({ pending: 3, oldestSeconds: 86_430 });
  await finish('%');
  expect(await readBacklog(database.db)).toEqual({ pending: 0, oldestSeconds: 0 });
});

test('days that were taken in go after the days that are set; what was not stays, however old it is', async () => {
  await store('pending', 'done at once', 'done late');
  await finish('done at once');
  for (const [days, left] of [
    [6, ['done at once', 'done late', 'first', 'pending', 'second', 'third']],
    [2, ['done late', 'pending']],
  ] as const) {
    database.clock.advance(days * 86_400_000);
    await dropOld(7);
    expect(
      Object.values(await bodies())
        .flat()
        .sort(),
    ).toEqual(left);
  }
  expect(await bodies()).toEqual({ default: ['done late', 'pending'] });
  await finish('done late');
  database.clock.advance(6 * 86_400_000);
  await dropOld(7);
  expect(await bodies()).toEqual({ default: ['done late', 'pending'] });
  database.clock.advance(2 * 86_400_000);
  await dropOld(7);
  await dropOld(7);
  expect(await bodies()).toEqual({ default: ['pending'] });
});

test('what was kept of a day that is gone is still found by who repeats it', async () => {
  await addPartitions();
  database.clock.moveTo(new Date('2026-11-21T12:00:00Z'));
  expect(await store('pending')).toBe(0);
});
