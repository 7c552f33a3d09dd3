import type { Job, Task as QueueTask } from 'graphile-worker';
import type { Database } from '../db/index.ts';
import { maskText, type Logger } from '../log/index.ts';
import { giveBack, markFailed } from './queries.ts';
import { GiveUp, type RunnableTask } from './task.ts';

export interface JobOutcome {
  task: string;
  outcome: 'done' | 'retried' | 'failed' | 'returned';
  seconds: number;
}

export interface JobHost<Parts> {
  db: Database;
  parts: Parts;
  log: Logger;
  running: RunningJobs;
  onOutcome: (outcome: JobOutcome) => void;
}

/** The jobs that run in this copy now, each with the means to ask it to stop. */
export type RunningJobs = Map<string, AbortController>;

/** Wraps a task for the library: what it throws decides over retry, failure or return to the queue. */
export function toQueueTask<Parts>(task: RunnableTask<Parts>, host: JobHost<Parts>): QueueTask {
  return async (payload, { job }) => {
    const startedAt = performance.now();
    const controller = new AbortController();
    // The library expects the driver's text for a bigint; our pools make it a number.
    const jobId = (job.id as string | number).toString();
    host.running.set(jobId, controller);
    let outcome: JobOutcome['outcome'] = 'done';
    try {
      await task.perform(
        {
          jobId,
          payload,
          attempt: job.attempts,
          maxAttempts: job.max_attempts,
          signal: controller.signal,
          db: host.db,
        },
        host.parts,
      );
    } catch (error) {
      outcome = await settleFailure(error, { job, jobId, aborted: controller.signal.aborted }, host);
      // The library keeps this text beside the job, where people read it.
      throw new Error(maskText(error instanceof Error ? error.message : String(error)), { cause: error });
    } finally {
      host.running.delete(jobId);
      const seconds = (performance.now() - startedAt) / 1000;
      host.onOutcome({ task: task.name, outcome, seconds });
    }
  };
}

async function settleFailure<Parts>(
  error: unknown,
  { job, jobId, aborted }: { job: Job; jobId: string; aborted: boolean },
  { db, log }: JobHost<Parts>,
): Promise<JobOutcome['outcome']> {
  const facts = { err: error, task: job.task_identifier, jobId, attempt: job.attempts };
  if (aborted) {
    // Not its fault: it goes back as if it had never been taken, and the library finds nothing left to fail.
    await db.acrossWorkspaces('jobs', (tx) => giveBack(tx, [jobId], job.locked_by ?? ''));
    return 'returned';
  }
  if (error instanceof GiveUp || job.attempts >= job.max_attempts) {
    await db.acrossWorkspaces('jobs', (tx) => markFailed(tx, jobId));
    log.error(
      facts,
      'a job failed for good; it waits among the failed jobs for someone to retry or discard it',
    );
    return 'failed';
  }
  log.warn(facts, 'a job failed and will be tried again');
  return 'retried';
}
