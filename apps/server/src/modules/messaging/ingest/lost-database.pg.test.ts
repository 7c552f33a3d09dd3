import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLine, type Line } from '../../../../test/database-line.ts';
import { testMasterKey, testRolePrefix } from '../../../../test/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import { connectDatabase, type Database } from '../../../platform/db/index.ts';
import { countOf, silks, startReceiver, type Receiver } from '../../../../test/webhooks/receiver.ts';

let database: TestDatabase;
let line: Line;
let db: Database;
let receiver: Receiver;

beforeAll(async () => {
  database = await createTestDatabase();
  line = await openLine(database.ownerUrl);
  db = connectDatabase({
    url: line.url,
    masterKey: testMasterKey,
    rolePrefix: testRolePrefix,
    poolSize: 8,
    clock: database.clock,
    onIdleError: () => {},
    silenceMilliseconds: 8_000,
  });
  receiver = await startReceiver(db, database.clock);
});
afterAll(async () => {
  line.join();
  await receiver.stop();
  await db.close();
  await line.close();
  await database.drop();
});
beforeEach(() => database.asOwner('truncate webhook_deliveries'));

/** Bodies by what they were answered. */
async function load({ until, senders = 12 }: { until: () => boolean; senders?: number }) {
  const journal = new Map<string, number>();
  const longest = { milliseconds: 0 };
  const sender = async (): Promise<void> => {
    while (!until()) {
      const body = JSON.stringify({ id: randomUUID() });
      const started = performance.now();
      const { status } = await receiver.deliver(silks, body);
      longest.milliseconds = Math.max(longest.milliseconds, performance.now() - started);
      journal.set(body, status);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return { journal, longest: longest.milliseconds };
}

async function lostOf(journal: Map<string, number>): Promise<string[]> {
  const rows = await database.asOwner<{ body: string }>(
    `select convert_from(body, 'UTF8') as body from webhook_deliveries`,
  );
  const stored = new Set(rows.map(({ body }) => body));
  return [...journal].filter(([body, status]) => status === 200 && !stored.has(body)).map(([body]) => body);
}

const statusesOf = (journal: Map<string, number>): number[] =>
  [...new Set(journal.values())].sort((a, b) => a - b);

test('while the database is away everything is refused at once, and nothing that was accepted is lost', async () => {
  let over = false;
  const loading = load({ until: () => over });
  for (let cut = 0; cut < 4; cut++) {
    await pause(250);
    line.cut();
    await pause(150);
    line.join();
  }
  await pause(400);
  over = true;
  const { journal, longest } = await loading;
  expect(statusesOf(journal)).toEqual([200, 503]);
  expect(await lostOf(journal)).toEqual([]);
  expect(longest).toBeLessThan(4_000);
  expect((await receiver.deliver(silks, 'after')).status).toBe(200);
});

test('connections that are ended while they store lose nothing that was accepted', async () => {
  let over = false;
  const loading = load({ until: () => over });
  for (let kill = 0; kill < 15; kill++) {
    await database.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'trikon system'`,
    );
    await pause(60);
  }
  over = true;
  const { journal } = await loading;
  expect(statusesOf(journal).filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect([...journal.values()].filter((status) => status === 200).length).toBeGreaterThan(20);
  expect(await lostOf(journal)).toEqual([]);
});

test(
  'a database that falls silent is waited for some seconds and then not at all',
  { timeout: 40_000 },
  async () => {
    await receiver.deliver(silks, 'before');
    line.stall();
    const started = performance.now();
    // One after the other, so that every place where a batch is stored is taken by one that does not come back.
    const waiting = [];
    for (let nth = 0; nth < 5; nth++) {
      waiting.push(receiver.deliver(silks, `into the silence ${nth}`));
      await pause(30);
    }
    const answers = await Promise.all(waiting);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 503));
    expect(performance.now() - started).toBeLessThan(7_000);
    const asking = receiver.deliver(silks, 'is anybody there');
    await pause(30);
    const later = performance.now();
    const answer = await receiver.deliver(silks, 'nobody is there');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'unavailable' });
    expect(performance.now() - later).toBeLessThan(1_000);
    expect((await asking).status).toBe(503);
    line.cut();
    line.join();
    await expect
      .poll(async () => (await receiver.deliver(silks, 'after')).status, { timeout: 15_000 })
      .toBe(200);
    expect(await countOf(receiver, 'unavailable')).toBeGreaterThan(5);
  },
);
