import type { TestApp } from '../apps/server/test/test-app.ts';

/** Background work of a workspace that used up all its tries. */
export async function failJobs({ db }: TestApp, workspaceId: string, count: number): Promise<void> {
  await db.acrossWorkspaces('jobs', (tx) =>
    tx.sql(
      `with made as (
         select (graphile_worker.add_job('test.fail', json_build_object('workspace_id', $1::text, 'tries', 5), max_attempts => 1)).id
         from generate_series(1, $2)
       )
       select count(*) from made`,
      [workspaceId, count],
    ),
  );
  await db.acrossWorkspaces('jobs', (tx) =>
    tx.sql(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = $2 where payload ->> 'workspace_id' = $1`,
      [workspaceId, 'Error: connect ECONNREFUSED 127.0.0.1:25, the mail server did not answer'],
    ),
  );
}

/** Events of a workspace that a consumer could not digest. */
export async function parkEvents({ db }: TestApp, workspaceId: string): Promise<void> {
  await db.acrossWorkspaces('event-consumers', (tx) =>
    tx.sql(
      `insert into parked_events (workspace_id, consumer, event_id, event, reason, parked_at)
       select workspace_id, 'audit.sign-ins', event_id, jsonb_build_object('type', type), 'TypeError: the device has no name', at
       from events where workspace_id = $1 limit 3`,
      [workspaceId],
    ),
  );
}
