import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { run, type Runner, type WorkerPool } from 'graphile-worker';
import type { Database } from '../db/index.ts';
import type { Logger } from '../log/index.ts';
import type { Membership } from '../processes/index.ts';
import { forgiveInterrupted, giveBack, registerTasks } from './queries.ts';
import { createQueueLog } from './queue-log.ts';
import { toQueueTask, type JobHost, type JobOutcome } from './run-job.ts';
import { RunningJobs } from './running-jobs.ts';
import { toCronItems } from './schedule.ts';
import { sweep } from './sweep.ts';
import type { RunnableTask } from './task.ts';

export interface JobWorkerOptions<Parts> {
  db: Database;
  tasks: readonly RunnableTask<Parts>[];
  /** Given to every task beside its job: what its work needs of the program. */
  parts: Parts;
  membership: Membership;
  log: Logger;
  /** Jobs that this copy runs at once. */
  concurrency?: number;
  /** Milliseconds that running jobs get to end after the stop was asked for; then others take them over. */
  grace?: number;
  /** Milliseconds between two looks for jobs that became due by time; new ones announce themselves. */
  pollEvery?: number;
  /** Milliseconds between two looks for jobs of copies that died. */
  sweepEvery?: number;
  onOutcome?: (outcome: JobOutcome) => void;
}

export interface JobWorker {
  stop(): Promise<void>;
}

const restartPause = 1_000;

/** Runs jobs until stopped, through losses of the database too. */
export async function startJobWorker<Parts>(options: JobWorkerOptions<Parts>): Promise<JobWorker> {
  const { db, membership, log, sweepEvery = 10_000, grace = 10_000, onOutcome = () => {} } = options;
  const running = new RunningJobs();
  const stopping = new AbortController();
  const host: JobHost<Parts> = { db, parts: options.parts, log, running, onOutcome };
  membership.onTakenForDead(() => running.interrupt());

  await db.acrossWorkspaces('jobs', (tx) => registerTasks(tx, options.tasks));
  let current = await startPool(options, host, stopping.signal);
  const supervising = superviseUntilStopped();
  const sweeping = setInterval(() => {
    sweep(db, membership, log).catch((error: unknown) =>
      log.warn({ err: error }, 'could not look for lost jobs'),
    );
  }, sweepEvery);
  sweeping.unref();

  async function superviseUntilStopped(): Promise<void> {
    for (;;) {
      const reason: unknown = await current.runner.promise.catch((error: unknown) => error);
      membership.letGo(current.pool.id);
      if (stopping.signal.aborted) return;
      log.error({ err: reason }, 'the job worker ended unexpectedly; starting it again');
      const next = await restart();
      if (!next) return;
      current = next;
    }
  }

  async function restart(): Promise<Pool | null> {
    while (!stopping.signal.aborted) {
      await pause(restartPause, undefined, { signal: stopping.signal }).catch(() => {});
      try {
        if (!stopping.signal.aborted) return await startPool(options, host, stopping.signal);
      } catch (error) {
        log.error({ err: error }, 'the job worker could not start; trying again');
      }
    }
    return null;
  }

  return {
    stop: async () => {
      stopping.abort();
      clearInterval(sweeping);
      running.stop();
      await stopPool(current, { db, running, grace });
      await supervising;
    },
  };
}

interface Pool {
  runner: Runner;
  pool: WorkerPool;
}

async function startPool<Parts>(
  options: JobWorkerOptions<Parts>,
  host: JobHost<Parts>,
  stopping: AbortSignal,
): Promise<Pool> {
  const { db, tasks, membership, log, concurrency = 8, pollEvery = 2_000 } = options;
  const events = new EventEmitter();
  let pool: WorkerPool | undefined;
  events.once('pool:create', (event: { workerPool: WorkerPool }) => {
    pool = event.workerPool;
  });
  const runner = await run({
    pgPool: db.pools.system,
    schema: 'graphile_worker',
    taskList: Object.fromEntries(tasks.map((task) => [task.name, toQueueTask(task, host)])),
    parsedCronItems: toCronItems(tasks),
    concurrency,
    pollInterval: pollEvery,
    noHandleSignals: true,
    events,
    logger: createQueueLog(log, () => stopping.aborted),
    preset: {
      // Unbatched, the library does not wait for these and a lost connection would end the process.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      plugins: [
        {
          name: 'TrikonMembership',
          version: '1',
          worker: {
            hooks: {
              // Others free what nobody says to hold, so the name is told before the first job is taken.
              startWorker: async (_context, { worker }) => {
                await membership.holdAs(worker.workerPool.id);
              },
            },
          },
        },
      ],
    },
  });
  if (!pool) throw new Error('The job library started without a pool of workers.');
  return { runner, pool };
}

/** Waits for running jobs as long as the grace lasts, then returns them to the queue. */
async function stopPool(
  { runner, pool }: Pool,
  { db, running, grace }: { db: Database; running: RunningJobs; grace: number },
): Promise<void> {
  const stopped = runner.stop().catch(() => {});
  const late = new AbortController();
  const outcome = await Promise.race([
    stopped,
    pause(grace, 'late' as const, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
  if (outcome === 'late') {
    await db.acrossWorkspaces('jobs', (tx) => giveBack(tx, running.ids, pool.id));
    await Promise.resolve(pool.forcefulShutdown('the grace period is over')).catch(() => {});
    await stopped;
  }
  await db.acrossWorkspaces('jobs', (tx) => forgiveInterrupted(tx, running.unfinished));
}
