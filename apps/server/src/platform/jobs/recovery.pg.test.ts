import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testMasterKey, testRolePrefix } from '../../../test/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { newId } from '../ids/index.ts';
import { createLogger } from '../log/index.ts';
import { joinProcesses, listProcesses, type Membership } from '../processes/index.ts';
import { createDrain } from './drain.ts';
import { defineSystemTask, defineTask, enqueue, startJobWorker, type JobWorker } from './index.ts';

// The program's own are 5, 25 and 10 seconds; these prove the same in a twentieth of the time.
const quick = { beatEvery: 200, silentAfter: 1_200 };
const sweepEvery = 300;
const surat = newId(new Date());
const scope = { workspaceId: surat, actor: { kind: 'system', id: 'test' } } as const;
const log = createLogger({ level: 'silent' });

type Work = (job: { attempt: number; signal: AbortSignal }) => Promise<void>;
let work: Work;
let database: TestDatabase;
const leaving: (() => Promise<void>)[] = [];

const hold = defineTask({ name: 'test.hold', input: z.object({}), run: (job) => work(job) });

beforeAll(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  for (const leave of leaving.splice(0).toReversed()) await leave();
  await database.asOwner('truncate graphile_worker._private_jobs');
});

afterAll(() => database.drop());

async function join(): Promise<Membership> {
  const { db, clock } = database;
  const membership = await joinProcesses({ ...quick, db, clock, log, version: '1', roles: ['worker'] });
  leaving.push(() => membership.leave());
  return membership;
}

async function startWorker(membership: Membership, grace = 5_000): Promise<JobWorker> {
  const { db } = database;
  const tasks = [hold];
  const worker = await startJobWorker({
    db,
    tasks,
    parts: null,
    membership,
    log,
    grace,
    sweepEvery,
    pollEvery: 100,
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= worker.stop());
  leaving.push(stop);
  return { stop };
}

const enqueueHold = (): Promise<void> => database.db.inWorkspace(scope, (tx) => enqueue(tx, hold, {}));

interface JobRow {
  attempts: number;
  locked_by: string | null;
  last_error: string | null;
  due: boolean;
}

const readJobs = (): Promise<JobRow[]> =>
  database.asOwner(
    'select attempts, locked_by, last_error, run_at <= now() as due from graphile_worker._private_jobs',
  );

async function until<T>(read: () => Promise<T> | T, good: (value: T) => boolean): Promise<T> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const value = await read();
    if (good(value)) return value;
    if (performance.now() > deadline) throw new Error(`Waited in vain; last seen: ${JSON.stringify(value)}`);
    await pause(20);
  }
}

/** A promise that the test settles itself. */
function signalled(): { promise: Promise<void>; happen: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, happen: resolve };
}

test('a job whose process is killed runs again elsewhere', async () => {
  await enqueueHold();
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./test/recovery-child.ts', import.meta.url)),
      JSON.stringify({
        ...quick,
        url: database.ownerUrl,
        rolePrefix: testRolePrefix,
        masterKey: testMasterKey.toString('base64'),
      }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  expect(line.toString()).toMatch(/^holds \d+ 1\n$/);
  const membership = await join();
  expect(membership.liveCopies()).toBe(2);
  const attempts: number[] = [];
  work = async ({ attempt }) => {
    attempts.push(attempt);
  };
  await startWorker(membership);
  // As long as the other process lives, it keeps its job, however long that takes.
  await pause(quick.silentAfter + 3 * sweepEvery);
  expect(attempts).toEqual([]);

  child.kill('SIGKILL');
  const killedAt = performance.now();
  await until(
    () => attempts,
    (seen) => seen.length > 0,
  );
  // With the program's own intervals this is at most 25 + 10 seconds.
  expect(performance.now() - killedAt).toBeLessThan(quick.silentAfter + sweepEvery + 1_500);
  expect(attempts).toEqual([2]);
  await until(readJobs, (rows) => rows.length === 0);
  await until(
    () => membership.liveCopies(),
    (count) => count === 1,
  );
});

test('a stop tells running jobs, and gives back what they leave without counting the try', async () => {
  const started = signalled();
  const told = signalled();
  work = async ({ signal }) => {
    started.happen();
    await new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        told.happen();
        reject(signal.reason as Error);
      });
    });
  };
  const worker = await startWorker(await join());
  await enqueueHold();
  await started.promise;
  await worker.stop();
  await told.promise;
  expect(await readJobs()).toEqual([{ attempts: 0, locked_by: null, last_error: null, due: true }]);
});

test('a stop waits for a job that ends within the grace', async () => {
  const started = signalled();
  let ended = false;
  work = async () => {
    started.happen();
    await pause(300);
    ended = true;
  };
  const worker = await startWorker(await join());
  await enqueueHold();
  await started.promise;
  await worker.stop();
  expect(ended).toBe(true);
  expect(await readJobs()).toEqual([]);
});

test('a stop gives back a job that outlasts the grace', async () => {
  const started = signalled();
  const finish = signalled();
  work = async () => {
    started.happen();
    await finish.promise;
  };
  const worker = await startWorker(await join(), 200);
  await enqueueHold();
  await started.promise;
  await worker.stop();
  expect(await readJobs()).toEqual([{ attempts: 0, locked_by: null, last_error: null, due: true }]);
  finish.happen();
  await pause(50);
});

test('a copy that was taken for dead interrupts its jobs and joins again', async () => {
  const interrupted = signalled();
  const started = signalled();
  work = async ({ signal }) => {
    started.happen();
    signal.addEventListener('abort', () => interrupted.happen());
    await interrupted.promise;
  };
  await startWorker(await join());
  await enqueueHold();
  await started.promise;
  await database.asOwner('delete from system.processes');
  await interrupted.promise;
  const rows = await database.asOwner<{ worker_ids: string[] }>('select worker_ids from system.processes');
  expect(rows).toHaveLength(1);
  expect(rows[0]?.worker_ids).toHaveLength(1);
});

test('nobody is judged by a copy that has itself just come back', async () => {
  await enqueueHold();
  await database.asOwner(
    `update graphile_worker._private_jobs set locked_by = 'pool-gone', locked_at = now() - interval '1 hour', attempts = 1`,
  );
  let ran = 0;
  work = async () => {
    ran++;
  };
  const membership = await join();
  expect(membership.isSteady()).toBe(false);
  await startWorker(membership);
  await pause(2 * sweepEvery);
  expect(ran).toBe(0);
  await until(
    () => ran,
    (count) => count === 1,
  );
  expect(membership.isSteady()).toBe(true);
});

test('a job that takes the program down each time ends among the failed ones', async () => {
  await enqueueHold();
  await database.asOwner(
    `update graphile_worker._private_jobs set locked_by = 'pool-gone', locked_at = now() - interval '1 hour', attempts = max_attempts`,
  );
  await startWorker(await join());
  const [row] = await until(readJobs, ([job]) => job?.locked_by === null);
  expect(row?.last_error).toBe('The program stopped while this job was running.');
});

test('the worker outlives the loss of its connections', async () => {
  let ran = 0;
  work = async () => {
    ran++;
  };
  await startWorker(await join());
  await enqueueHold();
  await until(
    () => ran,
    (count) => count === 1,
  );
  await database.asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await until(
    () =>
      enqueueHold().then(
        () => true,
        () => false,
      ),
    Boolean,
  );
  await until(
    () => ran,
    (count) => count >= 2,
  );
});

test('a scheduled task that was missed while the program was down runs at the start', async () => {
  let ran = 0;
  const nightly = defineSystemTask({
    name: 'test.nightly',
    input: z.object({}),
    schedule: '17 3 * * *',
    run: async () => {
      ran++;
    },
  });
  await database.asOwner(
    `insert into graphile_worker._private_known_crontabs values ('test.nightly', now() - interval '9 days', now() - interval '2 days')`,
  );
  const { db } = database;
  const membership = await join();
  const worker = await startJobWorker({ db, tasks: [nightly], parts: null, membership, log, pollEvery: 100 });
  leaving.push(() => worker.stop());
  await until(
    () => ran,
    (count) => count > 0,
  );
});

test('copies count each other, and one that leaves is forgotten', async () => {
  const one = await join();
  const { db, clock } = database;
  const two = await joinProcesses({ ...quick, db, clock, log, version: '2', roles: ['api'] });
  expect(two.liveCopies()).toBe(2);
  await until(
    () => one.liveCopies(),
    (count) => count === 2,
  );
  const seen = await db.acrossWorkspaces('processes', listProcesses);
  expect(seen.map((each) => each.version).toSorted()).toEqual(['1', '2']);
  await two.leave();
  await until(
    () => one.liveCopies(),
    (count) => count === 1,
  );
});

test('a drain that ends while a job is held says so', async () => {
  const { db, clock } = database;
  const asOwner = (text: string, values?: unknown[]) => database.asOwner(text, values);
  const drain = await createDrain({ db, clock, log, asOwner, tasks: [hold], parts: null });
  await enqueueHold();
  await database.asOwner(`update graphile_worker._private_jobs set locked_by = 'pool-x', locked_at = now()`);
  await expect(drain.close()).rejects.toThrow(/1 jobs are still held by a worker that leaked/);
});
