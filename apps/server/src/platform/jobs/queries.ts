import type { SystemTx } from '../db/index.ts';
import { lineStarts } from './enqueue.ts';

/**
 * Makes the tasks known to the queue. Otherwise the first transaction to queue a new task does, and everyone else
 * who queues or runs it waits until that transaction has ended.
 */
export async function registerTasks(tx: SystemTx, tasks: readonly { name: string }[]): Promise<void> {
  await tx.sql(
    `insert into graphile_worker._private_tasks (identifier)
     select name from unnest($1::text[]) as name
     where not exists (select from graphile_worker._private_tasks where identifier = name)
     on conflict do nothing`,
    [tasks.map((task) => task.name)],
  );
}

/** Takes jobs that still run away from a pool that ends, as if it had never taken them. */
export async function giveBack(tx: SystemTx, jobIds: readonly string[], pool: string): Promise<void> {
  await tx.sql(
    `update graphile_worker._private_jobs
     set locked_at = null, locked_by = null, attempts = greatest(0, attempts - 1)
     where id = any ($1::bigint[]) and locked_by = $2`,
    [jobIds, pool],
  );
}

/** Undoes the failures of jobs that a stop interrupted: due at once, and with the try back. */
export async function forgiveInterrupted(tx: SystemTx, jobIds: readonly string[]): Promise<void> {
  await tx.sql(
    `update graphile_worker._private_jobs
     set attempts = greatest(0, attempts - 1), run_at = least(run_at, now()), last_error = null
     where id = any ($1::bigint[]) and locked_at is null`,
    [jobIds],
  );
}

/** The try that runs now is the last; when it ends, the job counts as failed since now. */
export async function markFailed(tx: SystemTx, jobId: string): Promise<void> {
  await tx.sql(
    `update graphile_worker._private_jobs set max_attempts = attempts, updated_at = $2 where id = $1`,
    [jobId, tx.now],
  );
}

/**
 * Frees the jobs that no living copy of the program says it holds. The library itself would wait four hours.
 * The try counts, so that a job which takes the whole program down ends among the failed ones.
 */
export async function freeLostJobs(tx: SystemTx, silentAfter: number): Promise<number> {
  const freed = await tx.sql(
    `update graphile_worker._private_jobs
     set locked_at = null, locked_by = null, updated_at = now(),
       last_error = 'The program stopped while this job was running.'
     where locked_at < now() - $1 * interval '1 millisecond'
       and locked_by <> all (array(select unnest(worker_ids) from system.processes))
     returning id`,
    [silentAfter],
  );
  return freed.length;
}

const placesBeforeMove = 8_000;

/**
 * Moves each urgency's line back to where its places begin once its front has gone far. Only a queue that never
 * empties gets there; without this, all its jobs would in the end share the last place.
 */
export async function moveLinesBack(tx: SystemTx): Promise<number> {
  const moved = await tx.sql(
    `update graphile_worker._private_jobs as job set priority = greatest(line.start, job.priority - line.gone)
     from (
       select start, (
         select priority from graphile_worker._private_jobs
         where is_available and priority between start and start + 19999 and run_at <= now()
         order by priority limit 1
       ) - start as gone
       from unnest($1::integer[]) as start
     ) as line
     where line.gone >= $2 and job.is_available and job.priority between line.start and line.start + 19999
     returning id`,
    [Object.values(lineStarts), placesBeforeMove],
  );
  return moved.length;
}

export interface QueueNumbers {
  /** Due and not yet taken. */
  waiting: number;
  /** For a later time, a retry's pause included. */
  scheduled: number;
  running: number;
  failed: number;
  /** How long the job that waits longest has been due. */
  oldestWaitingSeconds: number;
}

export async function readQueueNumbers(tx: SystemTx): Promise<QueueNumbers> {
  const [numbers] = await tx.sql<QueueNumbers>(
    `select count(*) filter (where is_available and run_at <= now()) as waiting,
       count(*) filter (where is_available and run_at > now()) as scheduled,
       count(*) filter (where locked_at is not null) as running,
       count(*) filter (where locked_at is null and attempts >= max_attempts) as failed,
       coalesce(extract(epoch from now() - min(run_at) filter (where is_available and run_at <= now())), 0)::float8
         as "oldestWaitingSeconds"
     from graphile_worker._private_jobs`,
  );
  return numbers!;
}
