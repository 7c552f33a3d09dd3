import { runOnce } from 'graphile-worker';
import pg from 'pg';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import type { Logger } from '../log/index.ts';
import { createQueueLog } from './queue-log.ts';
import { registerTasks } from './queries.ts';
import { toQueueTask } from './run-job.ts';
import { RunningJobs } from './running-jobs.ts';
import type { RunnableTask } from './task.ts';

export interface DrainOptions<Parts> {
  db: Database;
  tasks: readonly RunnableTask<Parts>[];
  parts: Parts;
  clock: Clock;
  log: Logger;
  /** Runs SQL as the owner of the database. */
  asOwner: (this: void, text: string, values?: unknown[]) => Promise<unknown>;
}

/** For tests: runs everything that is due by the test's clock, and nothing else ever runs by itself. */
export interface Drain {
  /** Resolves when nothing is due any more. Throws when a job failed, unless failing is what the test is about. */
  run(options?: { failuresExpected?: boolean }): Promise<{ done: number; failures: Error[] }>;
  /** Ends the connections; throws when a job is still held, which is how a leaked worker shows. */
  close(): Promise<void>;
}

// The library asks PostgreSQL's now(). A function of that name in a schema that is searched before pg_catalog lets
// the queue live by the test's clock, so that delays and the pauses before retries pass when the test says so.
const fakeNow = `
  create schema if not exists test_clock;
  create table if not exists test_clock.instant (now timestamptz not null);
  create or replace function test_clock.now() returns timestamptz language sql stable
    as 'select now from test_clock.instant';
  grant usage on schema test_clock to public;
  grant select on test_clock.instant to public`;

export async function createDrain<Parts>(options: DrainOptions<Parts>): Promise<Drain> {
  const { db, tasks, parts, clock, log, asOwner } = options;
  await asOwner(fakeNow);
  await db.acrossWorkspaces('jobs', (tx) => registerTasks(tx, tasks));
  const { connectionString } = db.pools.system.options;
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    options: '-c search_path=test_clock,pg_catalog',
    application_name: 'trikon drain',
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  async function runUntilNothingIsDue(
    failuresExpected: boolean,
  ): Promise<{ done: number; failures: Error[] }> {
    await asOwner('truncate test_clock.instant');
    await asOwner('insert into test_clock.instant values ($1)', [clock.now()]);
    const running = new RunningJobs();
    const failures: Error[] = [];
    let done = 0;
    const host = { db, parts, log, running, onOutcome: () => {} };
    const observed = tasks.map((task): RunnableTask<Parts> => ({
      name: task.name,
      maxAttempts: task.maxAttempts,
      perform: async (delivery, given) => {
        try {
          await task.perform(delivery, given);
          done++;
        } catch (error) {
          failures.push(new Error(`The job ${task.name} failed.`, { cause: error }));
          throw error;
        }
      },
    }));
    await runOnce({
      pgPool: pool,
      schema: 'graphile_worker',
      taskList: Object.fromEntries(observed.map((task) => [task.name, toQueueTask(task, host)])),
      noHandleSignals: true,
      logger: createQueueLog(log, () => false),
      // Otherwise it would not wait for the last results to be written.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    if (failures.length > 0 && !failuresExpected) throw new AggregateError(failures, failures[0]!.message);
    return { done, failures };
  }

  return {
    run: ({ failuresExpected = false } = {}) => runUntilNothingIsDue(failuresExpected),
    close: async () => {
      const { rows } = await pool.query<{ held: string }>(
        'select count(*) as held from graphile_worker._private_jobs where locked_at is not null',
      );
      await pool.end();
      if (rows[0]?.held !== '0')
        throw new Error(`${rows[0]?.held} jobs are still held by a worker that leaked.`);
    },
  };
}
