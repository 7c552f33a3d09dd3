import type { Database } from '../db/index.ts';
import { notFound } from '../errors/index.ts';
import { maskText } from '../log/index.ts';
import { decodeCursor, pageOf } from '../paging/index.ts';
import { lineStarts } from './enqueue.ts';

export interface FailedJob {
  jobId: string;
  task: string;
  attempts: number;
  error: string | null;
  createdAt: Date;
  failedAt: Date;
}

interface JobOfWorkspace {
  workspaceId: string;
  jobId: string;
}

// Requests may not see the queue, so these run on the system's path and name the workspace in every statement.

/** A workspace's jobs that failed for good, newest first. */
export async function listFailedJobs(
  db: Database,
  { workspaceId, cursor, limit }: { workspaceId: string; cursor?: string; limit: number },
): Promise<{ items: FailedJob[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, ['number']);
  const rows = await db.acrossWorkspaces('jobs', (tx) =>
    tx.sql<FailedJob>(
      `select job.id::text as "jobId", task.identifier as task, job.attempts, job.last_error as error,
         job.created_at as "createdAt", job.updated_at as "failedAt"
       from graphile_worker._private_jobs as job
       join graphile_worker._private_tasks as task on task.id = job.task_id
       where job.payload ->> 'workspace_id' = $1 and job.attempts >= job.max_attempts and job.locked_at is null
         and ($2::bigint is null or job.id < $2)
       order by job.id desc limit $3`,
      [workspaceId, after?.[0] ?? null, limit + 1],
    ),
  );
  // Masked when it was stored, too; an older program may have masked less.
  const masked = rows.map((row) => ({ ...row, error: row.error === null ? null : maskText(row.error) }));
  return pageOf(masked, limit, (row) => [Number(row.jobId)]);
}

/** Gives a failed job all its tries again, from now on. */
export async function retryFailedJob(db: Database, { workspaceId, jobId }: JobOfWorkspace): Promise<void> {
  const retried = await db.acrossWorkspaces('jobs', (tx) =>
    tx.sql(
      `with retried as (
         update graphile_worker._private_jobs
         set attempts = 0, max_attempts = (payload ->> 'tries')::smallint, run_at = least($4, now()), updated_at = $4,
           last_error = null, priority = greatest(priority, $3::integer)
         where id = $2 and payload ->> 'workspace_id' = $1 and attempts >= max_attempts and locked_at is null
         returning id
       )
       select id, pg_notify('jobs:insert', '{"count":1}') from retried`,
      [workspaceId, jobId, lineStarts.normal, tx.now],
    ),
  );
  if (retried.length === 0) throw notFound('failed job');
}

export async function discardFailedJob(db: Database, { workspaceId, jobId }: JobOfWorkspace): Promise<void> {
  const discarded = await db.acrossWorkspaces('jobs', (tx) =>
    tx.sql(
      `delete from graphile_worker._private_jobs
       where id = $2 and payload ->> 'workspace_id' = $1 and attempts >= max_attempts and locked_at is null
       returning id`,
      [workspaceId, jobId],
    ),
  );
  if (discarded.length === 0) throw notFound('failed job');
}
