import type { Job, Task as QueueTask } from 'graphile-worker';
import type { Database } from '../db/index.ts';
import { maskText, type Logger } from '../log/index.ts';
import { markFailed } from './queries.ts';
import type { RunningJobs } from './running-jobs.ts';
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

/** Wraps a task for the library: what it throws decides over retry, failure or return to the queue. */
export function toQueueTask<Parts>(task: RunnableTask<Parts>, host: JobHost<Parts>): QueueTask {
  return async (payload, { job }) => {
    const startedAt = performance.now();
    // The library expects the driver's text for a bigint; our pools make it a number.
    const jobId = (job.id as string | number).toString();
    const signal = host.running.begin(jobId);
    let outcome: JobOutcome['outcome'] = 'done';
    try {
      signal.throwIfAborted();
      await task.perform(
        {
          jobId,
          payload,
          attempt: job.attempts,
          maxAttempts: job.max_attempts,
          signal,
          db: host.db,
        },
        host.parts,
      );
    } catch (error) {
      outcome = await settleFailure(error, { job, jobId, aborted: signal.aborted }, host);
      // The library keeps this text beside the job, where people read it.
      throw new Error(maskText(error instanceof Error ? error.message : String(error)), { cause: error });
    } finally {
      host.running.end(jobId);
      const seconds = (performance.now() - startedAt) / 1000;
      host.onOutcome({ task: task.name, outcome, seconds });
    }
  };
}

async function settleFailure<Parts>(
  error: unknown,
  { job, jobId, aborted }: { job: Job; jobId: string; aborted: boolean },
  { db, log, running }: JobHost<Parts>,
): Promise<JobOutcome['outcome']> {
  const facts = { err: error, task: job.task_identifier, jobId, attempt: job.attempts };
  if (aborted) {
    // Not its fault, so the try will not count; the library must be done with it first.
    running.leaveUnfinished(jobId);
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
