import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  append,
  connectAgain,
  cutAllConnections,
  inTransaction,
  renamed,
  until,
} from '../../../test/event-log.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import type { Database } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import type { LoggedEvent } from './logged-event.ts';
import { publish } from './publish.ts';
import { EventTail } from './tail.ts';

const surat = newId(new Date());
let testDb: TestDatabase;
const running: EventTail[] = [];

beforeAll(async () => {
  testDb = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((tail) => tail.stop()));
});
afterAll(() => testDb.drop());

async function follow(
  db: Database = testDb.db,
): Promise<{ seen: LoggedEvent[]; names: () => string[]; tail: EventTail }> {
  const tail = new EventTail({ db, report: () => {} });
  running.push(tail);
  const seen: LoggedEvent[] = [];
  tail.subscribe((events) => seen.push(...events));
  await tail.start();
  return { seen, tail, names: () => seen.map(({ data }) => (data as { name: string }).name) };
}

test('an event is told within a moment, with all it holds', async () => {
  const { seen } = await follow();
  await append(testDb.db, surat, [renamed('first')]);
  await until(() => seen.length === 1);
  expect(seen[0]).toMatchObject({
    workspaceId: surat,
    type: 'role.created',
    at: testDb.clock.now(),
    actor: { kind: 'system', id: 'test' },
    data: { name: 'first' },
  });
});

test('nothing is skipped, doubled or out of order while many write at once and some give up', async () => {
  const writers = connectAgain(testDb, 16);
  const { names } = await follow();
  const expected: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let round = 0; round < 15; round++) {
      const label = `${writer}/${round}`;
      const givesUp = Math.random() < 0.25;
      const attempt = inTransaction(writers, surat, async (tx) => {
        await publish(tx, renamed(`${label}/a`));
        await sleep(Math.random() * 15);
        await publish(tx, renamed(`${label}/b`), renamed(`${label}/c`));
        await sleep(Math.random() * 5);
        if (givesUp) throw new Error('gives up');
      });
      await attempt.catch((error: Error) => expect(error.message).toBe('gives up'));
      if (!givesUp) expected.push(`${label}/a`, `${label}/b`, `${label}/c`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
  await until(() => names().length >= expected.length);
  await sleep(50);
  await writers.close();
  expect(names().toSorted()).toEqual(expected.toSorted());
  // The three of one transaction stay together and in their order.
  const told = names();
  for (let at = 0; at < told.length; at += 3) {
    const label = told[at]!.replace(/\/a$/, '');
    expect(told.slice(at, at + 3)).toEqual([`${label}/a`, `${label}/b`, `${label}/c`]);
  }
});

test('a transaction that stays open holds back what came after it began, and loses nothing', async () => {
  const { names } = await follow();
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let begun = false;
  const slow = inTransaction(testDb.db, surat, async (tx) => {
    await publish(tx, renamed('slow'));
    begun = true;
    await finished;
  });
  await until(() => begun);
  await append(testDb.db, surat, [renamed('quick')]);
  await sleep(200);
  expect(names()).toEqual([]);
  finish();
  await slow;
  await until(() => names().length === 2);
  expect(names()).toEqual(['slow', 'quick']);
});

test('what another process appends is heard without waiting for the poll', async () => {
  const other = connectAgain(testDb);
  const there = await follow(other);
  const { seen } = await follow();
  await append(other, surat, [renamed('warm up')]);
  await until(() => seen.length === 1);
  const started = performance.now();
  for (let count = 2; count <= 11; count++) {
    await append(other, surat, [renamed('elsewhere')]);
    await until(() => seen.length === count);
  }
  expect(performance.now() - started).toBeLessThan(2_000);
  await there.tail.stop();
  await other.close();
});

test('losing the database in the middle of it skips nothing', async () => {
  const { names } = await follow();
  const expected: string[] = [];
  for (let round = 0; round < 60; round++) {
    if (round % 20 === 10) await cutAllConnections(testDb);
    const name = `round ${round}`;
    // A commit whose answer is lost may have happened, so each is written until it is known to have been.
    for (let written = false; !written;) {
      written = await append(testDb.db, surat, [renamed(name)]).then(
        () => true,
        () => false,
      );
    }
    expected.push(name);
  }
  await until(() => names().at(-1) === 'round 59');
  expect([...new Set(names())]).toEqual(expected);
});

test('a tail may begin at a place given', async () => {
  const { tail } = await follow();
  const here = tail.position;
  await append(testDb.db, surat, [renamed('while away')]);
  const later = new EventTail({ db: testDb.db, report: () => {} });
  running.push(later);
  const seen: LoggedEvent[] = [];
  later.subscribe((events) => seen.push(...events));
  await later.start(here);
  await until(() => seen.length === 1);
});

test('many more events than one batch holds are read on at once', async () => {
  const { seen, tail } = await follow();
  const started = performance.now();
  for (let batch = 0; batch < 10; batch++) {
    await append(
      testDb.db,
      surat,
      Array.from({ length: 700 }, (_, at) => renamed(`${batch}/${at}`)),
    );
  }
  await until(() => seen.length === 7_000);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(tail.position.tx).toBeGreaterThan(seen.at(-1)!.position.tx);
});
