import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { newId } from '../ids/index.ts';
import { createLogger } from '../log/index.ts';
import { createDrain, type Drain } from './drain.ts';
import {
  defineSystemTask,
  defineTask,
  discardFailedJob,
  enqueue,
  enqueueIn,
  enqueueMany,
  enqueueSystem,
  GiveUp,
  listFailedJobs,
  readQueueNumbers,
  retryFailedJob,
} from './index.ts';

const surat = newId(new Date());
const pune = newId(new Date());
const actor = { kind: 'system', id: 'test' } as const;
const log = createLogger({ level: 'silent' });

/** What ran, in order, as `<task> <who>`. */
let ran: string[] = [];
let failWith: Error | null = null;

const note = defineTask({
  name: 'test.note',
  input: z.strictObject({ who: z.string() }),
  maxAttempts: 3,
  run: async ({ input, readWorkspace, workspaceId }) => {
    if (failWith) throw failWith;
    const [row] = await readWorkspace((tx) =>
      tx.sql<{ seen: string }>('select current_workspace()::text as seen'),
    );
    expect(row?.seen).toBe(workspaceId);
    ran.push(input.who);
  },
});

const tidy = defineSystemTask({
  name: 'test.tidy',
  input: z.object({}),
  run: async () => {
    ran.push('tidy');
  },
});

const greet = defineTask({
  name: 'test.greet',
  input: z.object({ who: z.string() }),
  run: async ({ input }, { greeting }: { greeting: string }) => {
    ran.push(`${greeting} ${input.who}`);
  },
});

let database: TestDatabase;
let drain: Drain;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, clock } = database;
  drain = await createDrain({
    db,
    clock,
    log,
    asOwner: (text, values) => database.asOwner(text, values),
    tasks: [note, tidy, greet],
    parts: { greeting: 'namaste' },
  });
});

beforeEach(async () => {
  ran = [];
  failWith = null;
  await database.asOwner('truncate graphile_worker._private_jobs');
});

afterAll(async () => {
  await drain.close();
  await database.drop();
});

const inSurat = { workspaceId: surat, actor };
const inPune = { workspaceId: pune, actor };

describe('a queued job', () => {
  test('runs in its workspace after the transaction that queued it has committed', async () => {
    await database.db.inWorkspace(inSurat, async (tx) => {
      await enqueue(tx, note, { who: 'Meera' });
      await drain.run();
      expect(ran).toEqual([]);
    });
    await drain.run();
    expect(ran).toEqual(['Meera']);
  });

  test('is not there when the transaction fails', async () => {
    const attempt = database.db.inWorkspace(inSurat, async (tx) => {
      await enqueue(tx, note, { who: 'Meera' });
      throw new Error('stop');
    });
    await expect(attempt).rejects.toThrow('stop');
    await drain.run();
    expect(ran).toEqual([]);
  });

  test('is given the parts of the program that its work needs', async () => {
    await database.db.inWorkspace(inSurat, (tx) => enqueue(tx, greet, { who: 'Meera' }));
    await drain.run();
    expect(ran).toEqual(['namaste Meera']);
  });

  test('runs no earlier than it was asked to', async () => {
    const { clock, db } = database;
    await db.inWorkspace(inSurat, (tx) =>
      enqueue(tx, note, { who: 'later' }, { runAt: new Date(clock.now().getTime() + 3_600_000) }),
    );
    await drain.run();
    expect(ran).toEqual([]);
    clock.advance(3_599_000);
    await drain.run();
    expect(ran).toEqual([]);
    clock.advance(1_000);
    await drain.run();
    expect(ran).toEqual(['later']);
  });

  test('replaces an earlier one of the same key, within its own workspace and task', async () => {
    const { db } = database;
    await db.inWorkspace(inSurat, (tx) => enqueue(tx, note, { who: 'first' }, { key: 'k' }));
    await db.inWorkspace(inSurat, (tx) =>
      enqueueMany(tx, note, [
        { input: { who: 'second' }, key: 'k' },
        { input: { who: 'third' }, key: 'k' },
        { input: { who: 'unkeyed' } },
      ]),
    );
    await db.inWorkspace(inPune, (tx) => enqueue(tx, note, { who: 'of Pune' }, { key: 'k' }));
    await db.inWorkspace(inSurat, (tx) => enqueue(tx, greet, { who: 'another task' }, { key: 'k' }));
    await drain.run();
    expect(ran.toSorted()).toEqual(['namaste another task', 'of Pune', 'third', 'unkeyed']);
  });

  test('runs before a normal one when it is urgent, and after it when it can be later', async () => {
    await database.db.inWorkspace(inSurat, (tx) =>
      enqueueMany(tx, note, [
        { input: { who: 'later' }, priority: 'later' },
        { input: { who: 'normal' } },
        { input: { who: 'urgent' }, priority: 'urgent' },
      ]),
    );
    await drain.run();
    expect(ran).toEqual(['urgent', 'normal', 'later']);
  });

  test('is refused when its input is wrong', async () => {
    const attempt = database.db.inWorkspace(inSurat, (tx) =>
      enqueue(tx, note, { who: 7 } as unknown as { who: string }),
    );
    await expect(attempt).rejects.toThrow(/The input of test.note is wrong/);
    const date = defineTask({ name: 'test.date', input: z.object({ at: z.date() }), run: async () => {} });
    const unserialisable = database.db.inWorkspace(inSurat, (tx) => enqueue(tx, date, { at: new Date() }));
    await expect(unserialisable).rejects.toThrow(/The input of test.date is wrong/);
    const huge = database.db.inWorkspace(inSurat, (tx) => enqueue(tx, note, { who: 'x'.repeat(70_000) }));
    await expect(huge).rejects.toThrow(/store it and pass its id/);
  });
});

describe('the queue and the roles', () => {
  test('a request cannot queue for another workspace, for none, or for the installation', async () => {
    const { db } = database;
    for (const workspaceId of [pune, null]) {
      const attempt = db.inWorkspace(inSurat, (tx) =>
        enqueueIn(tx, note, [{ workspaceId: workspaceId as string, input: { who: 'stray' } }]),
      );
      await expect(attempt).rejects.toThrow(/only for the workspace of its transaction/);
    }
    const outside = db.pools.app.query(
      `select system.enqueue('[{"workspace_id":null,"task":"test.tidy","input":{},"tries":1,"line":-10000}]', now())`,
    );
    await expect(outside).rejects.toThrow(/only for the workspace of its transaction/);
  });

  test('a request cannot look into the queue', async () => {
    for (const text of [
      'select * from graphile_worker._private_jobs',
      'select * from graphile_worker.jobs',
      `select graphile_worker.add_job('test.tidy')`,
      'select * from system.processes',
    ]) {
      await expect(database.db.pools.app.query(text)).rejects.toThrow(/permission denied/);
      await expect(database.db.pools.auth.query(text)).rejects.toThrow(/permission denied/);
    }
  });

  test('the system queues for many workspaces at once and for the installation', async () => {
    await database.db.acrossWorkspaces('jobs', async (tx) => {
      await enqueueIn(tx, note, [
        { workspaceId: surat, input: { who: 'Surat' } },
        { workspaceId: pune, input: { who: 'Pune' } },
      ]);
      await enqueueSystem(tx, tidy, {});
    });
    await drain.run();
    expect(ran.toSorted()).toEqual(['Pune', 'Surat', 'tidy']);
  });
});

describe('a job that fails', () => {
  test('is tried again after pauses that grow, then waits among the failed ones with its reason masked', async () => {
    const { db, clock } = database;
    failWith = new Error('could not reach meera.patel@example.in on +91 98765 43210');
    await db.inWorkspace(inSurat, (tx) => enqueue(tx, note, { who: 'Meera' }));
    const tries: number[] = [];
    for (const seconds of [0, 2, 1, 7, 1, 3600]) {
      clock.advance(seconds * 1000);
      tries.push((await drain.run({ failuresExpected: true })).failures.length);
    }
    expect(tries).toEqual([1, 0, 1, 0, 1, 0]);
    const { items } = await listFailedJobs(db, { workspaceId: surat, limit: 10 });
    expect(items).toMatchObject([{ task: 'test.note', attempts: 3, failedAt: expect.any(Date) }]);
    expect(items[0]?.error).toMatch(/^could not reach \[email\] on \*\*\*10$/);
    const [stored] = await database.asOwner<{ last_error: string }>(
      'select last_error from graphile_worker._private_jobs',
    );
    expect(stored?.last_error).not.toContain('98765');
  });

  test('is not tried again when it gives up or when its input is no longer understood', async () => {
    const { db } = database;
    failWith = new GiveUp('the template was deleted');
    await db.inWorkspace(inSurat, (tx) => enqueue(tx, note, { who: 'Meera' }));
    await database.asOwner(
      `select graphile_worker.add_job('test.note', json_build_object('workspace_id', '${surat}', 'tries', 3, 'input', '{"old":"+919876543210"}'::json), run_at => '2026-01-01')`,
    );
    await drain.run({ failuresExpected: true });
    const { items } = await listFailedJobs(db, { workspaceId: surat, limit: 10 });
    expect(items.map((job) => [job.attempts, job.error])).toEqual([
      [1, 'The input of test.note is no longer understood: who, all of it.'],
      [1, 'the template was deleted'],
    ]);
  });

  test('fails the test that drains, unless failing is what it is about', async () => {
    failWith = new Error('unexpected');
    await database.db.inWorkspace(inSurat, (tx) => enqueue(tx, note, { who: 'Meera' }));
    await expect(drain.run()).rejects.toThrow('The job test.note failed.');
  });
});

describe('failed jobs', () => {
  async function fail(workspaceId: string, count = 1): Promise<string[]> {
    failWith = new GiveUp('broken');
    await database.db.inWorkspace({ workspaceId, actor }, (tx) =>
      enqueueMany(
        tx,
        note,
        Array.from({ length: count }, (_, at) => ({ input: { who: `job ${at}` } })),
      ),
    );
    await drain.run({ failuresExpected: true });
    failWith = null;
    const { items } = await listFailedJobs(database.db, { workspaceId, limit: 200 });
    return items.map((job) => job.jobId);
  }

  test('are retried with all their tries', async () => {
    const [jobId] = await fail(surat);
    await retryFailedJob(database.db, { workspaceId: surat, jobId: jobId! });
    failWith = new Error('again');
    await drain.run({ failuresExpected: true });
    failWith = null;
    database.clock.advance(60_000);
    await drain.run();
    expect(ran).toEqual(['job 0']);
    expect((await listFailedJobs(database.db, { workspaceId: surat, limit: 10 })).items).toEqual([]);
  });

  test('are discarded', async () => {
    const [jobId] = await fail(surat);
    await discardFailedJob(database.db, { workspaceId: surat, jobId: jobId! });
    await expect(discardFailedJob(database.db, { workspaceId: surat, jobId: jobId! })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('belong to their workspace', async () => {
    const [jobId] = await fail(pune);
    expect((await listFailedJobs(database.db, { workspaceId: surat, limit: 10 })).items).toEqual([]);
    for (const change of [retryFailedJob, discardFailedJob]) {
      await expect(change(database.db, { workspaceId: surat, jobId: jobId! })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    expect((await listFailedJobs(database.db, { workspaceId: pune, limit: 10 })).items).toHaveLength(1);
  });

  test('come in pages', async () => {
    const all = await fail(surat, 5);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listFailedJobs(database.db, { workspaceId: surat, limit: 2, cursor });
      seen.push(...page.items.map((job) => job.jobId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  test('a waiting job is neither retried nor discarded as one', async () => {
    await database.db.inWorkspace(inSurat, (tx) => enqueue(tx, note, { who: 'Meera' }));
    const [row] = await database.asOwner<{ id: string }>('select id from graphile_worker._private_jobs');
    for (const change of [retryFailedJob, discardFailedJob]) {
      await expect(change(database.db, { workspaceId: surat, jobId: row!.id })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });
});

test('the numbers say what waits, what is for later and what failed', async () => {
  const { db, clock } = database;
  failWith = new GiveUp('broken');
  await db.inWorkspace(inSurat, (tx) => enqueue(tx, note, { who: 'fails' }));
  await drain.run({ failuresExpected: true });
  await db.inWorkspace(inSurat, (tx) =>
    enqueueMany(tx, note, [
      { input: { who: 'now' } },
      { input: { who: 'then' }, runAt: new Date(clock.now().getTime() + 10 * 86_400_000) },
    ]),
  );
  await pause(20);
  const numbers = await db.acrossWorkspaces('jobs', readQueueNumbers);
  expect(numbers).toMatchObject({ waiting: 1, scheduled: 1, running: 0, failed: 1 });
  expect(numbers.oldestWaitingSeconds).toBeGreaterThan(0.01);
});
