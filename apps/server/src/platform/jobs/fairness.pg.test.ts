import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { newId } from '../ids/index.ts';
import { createLogger } from '../log/index.ts';
import { createDrain, type Drain } from './drain.ts';
import { defineTask, enqueue, enqueueMany } from './index.ts';
import { moveLinesBack } from './queries.ts';

const surat = newId(new Date());
const pune = newId(new Date());
const names = new Map([
  [surat, 'A'],
  [pune, 'B'],
]);
const actor = { kind: 'system', id: 'test' } as const;
let ran: string[] = [];
/** Called after each job, to queue more while the queue is being worked off. */
let meanwhile: (count: number) => Promise<void> = async () => {};

const mark = defineTask({
  name: 'test.mark',
  input: z.number(),
  run: async ({ workspaceId, input }) => {
    ran.push(`${names.get(workspaceId)}${input}`);
    await meanwhile(ran.length);
  },
});

let database: TestDatabase;
let drain: Drain;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, clock } = database;
  const log = createLogger({ level: 'silent' });
  const asOwner = (text: string, values?: unknown[]) => database.asOwner(text, values);
  drain = await createDrain({ db, clock, log, asOwner, tasks: [mark], parts: null });
});

beforeEach(async () => {
  ran = [];
  meanwhile = async () => {};
  await database.asOwner('truncate graphile_worker._private_jobs');
});

afterAll(async () => {
  await drain.close();
  await database.drop();
});

async function flood(workspaceId: string, from: number, count: number): Promise<void> {
  await database.db.inWorkspace({ workspaceId, actor }, (tx) =>
    enqueueMany(
      tx,
      mark,
      Array.from({ length: count }, (_, at) => ({ input: from + at })),
    ),
  );
}

const placeOf = (job: string): number => ran.indexOf(job);
const inOrder = (letter: string): boolean => {
  const own = ran.filter((job) => job.startsWith(letter)).map((job) => Number(job.slice(1)));
  return own.every((job, at) => at === 0 || job > own[at - 1]!);
};

test(
  'twenty jobs of one workspace do not wait for the five thousand of another',
  { timeout: 60_000 },
  async () => {
    await flood(surat, 0, 5_000);
    meanwhile = async (count) => {
      if (count === 300) await flood(pune, 0, 20);
    };
    await drain.run();
    expect(ran).toHaveLength(5_020);
    expect(placeOf('B0')).toBeLessThan(310);
    // In turns: each of B's jobs waits for about one of A's.
    expect(placeOf('B19')).toBeLessThan(300 + 50);
    expect(inOrder('A') && inOrder('B')).toBe(true);
  },
);

test('single jobs that keep coming neither overtake their own line nor starve the one who waits', async () => {
  await flood(surat, 0, 300);
  let sent = 0;
  meanwhile = async (count) => {
    // B asks for as much as there is: one new job for each that ran.
    if (count <= 400) {
      await database.db.inWorkspace({ workspaceId: pune, actor }, (tx) => enqueue(tx, mark, sent++));
    }
  };
  await drain.run();
  const firstHalf = ran.slice(0, 400);
  expect(firstHalf.filter((job) => job.startsWith('A')).length).toBeGreaterThan(150);
  expect(firstHalf.filter((job) => job.startsWith('B')).length).toBeGreaterThan(150);
  expect(inOrder('A') && inOrder('B')).toBe(true);
});

test('a newcomer enters at the front when the line has gone far, and the line is moved back before it ends', async () => {
  await flood(surat, 0, 30);
  await database.asOwner('update graphile_worker._private_jobs set priority = priority + 9000');
  await flood(pune, 0, 3);
  const moved = await database.db.acrossWorkspaces('jobs', moveLinesBack);
  expect(moved).toBe(33);
  const [lowest] = await database.asOwner<{ priority: number }>(
    'select min(priority) as priority from graphile_worker._private_jobs',
  );
  expect(lowest?.priority).toBe(-10_000);
  await drain.run();
  expect(placeOf('B2')).toBeLessThan(8);
  expect(inOrder('A') && inOrder('B')).toBe(true);
});

test('jobs past the last place of a line run in the order in which they came', async () => {
  await flood(surat, 0, 3);
  await database.asOwner('update graphile_worker._private_jobs set priority = 9998');
  for (const [workspaceId, from] of [
    [surat, 3],
    [pune, 0],
    [surat, 7],
  ] as const) {
    database.clock.advance(1_000);
    await flood(workspaceId, from, 4);
  }
  await drain.run();
  expect(
    ran
      .slice(3)
      .map((job) => job[0])
      .join(''),
  ).toBe('AAAABBBBAAAA');
});
