-- Background work. graphile-worker's tables belong to the owner and lie outside of the tenants' schemas: the system
-- role runs the jobs, and requests see nothing of the queue but one function that puts a job into it.

grant usage on schema graphile_worker to :system;
grant select on graphile_worker.migrations to :system;
grant select, insert, update, delete on graphile_worker._private_jobs, graphile_worker._private_job_queues to :system;
grant select, insert on graphile_worker._private_tasks to :system;
grant select, insert, update on graphile_worker._private_known_crontabs to :system;

-- The library turns row security on without a policy, so that nobody but the owner sees a row.
create policy system_role on graphile_worker._private_jobs to :system using (true) with check (true);
create policy system_role on graphile_worker._private_job_queues to :system using (true) with check (true);
create policy system_role on graphile_worker._private_tasks to :system using (true) with check (true);
create policy system_role on graphile_worker._private_known_crontabs to :system using (true) with check (true);

-- The end of a workspace's line (see system.enqueue), its failed jobs, and what a silent process still holds.
create index trikon_lines on graphile_worker._private_jobs ((payload ->> 'workspace_id'), (priority::integer))
  where is_available;
create index trikon_failed on graphile_worker._private_jobs ((payload ->> 'workspace_id'), id)
  where attempts >= max_attempts;
create index trikon_held on graphile_worker._private_jobs (locked_by) where locked_at is not null;

-- Puts jobs into the queue in the caller's transaction: [{workspace_id, task, input, tries, run_at, key, line}].
--
-- Fair between workspaces by start-time fair queuing. A job's `priority` is its place: behind the last waiting job
-- of its own workspace, and behind the front of the whole queue. So a workspace's first job comes before another's
-- five hundredth, everyone's own jobs keep their order, and nobody who keeps arriving starves one who waits, since
-- newcomers enter right after the front and not before it. `line` is where the places of one urgency begin;
-- each urgency has 20,000 of them, which the sweep of platform/jobs moves back before they run out.
--
-- Runs as the owner, because requests may not see the queue; hence the check of the workspace, and keys that carry
-- it, so that no tenant can replace another's job.
create function system.enqueue(jobs json, at timestamptz) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  as $$
  declare
    here constant uuid := public.current_workspace();
  begin
    if to_regrole(quote_ident(session_user)) is distinct from to_regrole(':system') and exists (
      select from json_to_recordset(jobs) as job (workspace_id uuid)
      where here is null or job.workspace_id is distinct from here
    ) then
      raise exception 'A job may be queued only for the workspace of its transaction.'
        using errcode = 'insufficient_privilege';
    end if;

    perform graphile_worker.add_jobs(array(
      with job as (
        select *, row_number() over (partition by workspace_id, line order by ordinality) - 1 as behind
        from rows from (
          json_to_recordset(jobs) as (
            workspace_id uuid, task text, input json, tries integer, run_at timestamptz, key text, line integer
          )
        ) with ordinality
      ), next as (
        select workspace_id, line, greatest(
          line,
          (select waiting.priority + 1 from graphile_worker._private_jobs as waiting
            where waiting.is_available and waiting.priority between line and line + 19999
              and waiting.run_at <= now()
            order by waiting.priority limit 1),
          -- As an integer, or the planner may walk the library's index on priority through everyone else's jobs.
          (select waiting.priority::integer + 1 from graphile_worker._private_jobs as waiting
            where waiting.is_available and waiting.payload ->> 'workspace_id' = workspace_id::text
              and waiting.priority::integer between line and line + 19999
            order by waiting.priority::integer desc limit 1)
        ) as place
        from (select distinct workspace_id, line from job) as lines
      )
      select row(
        job.task,
        json_build_object('workspace_id', job.workspace_id, 'tries', job.tries, 'input', job.input),
        null,
        coalesce(job.run_at, least(at, now())),
        job.tries,
        case when job.key is not null then concat_ws(' ', job.workspace_id, job.task, job.key) end,
        least(next.place + job.behind, job.line + 19999),
        null
      )::graphile_worker.job_spec
      from job join next on next.line = job.line and next.workspace_id is not distinct from job.workspace_id
      order by job.ordinality
    ));
  end $$;

revoke execute on function system.enqueue from public;
grant execute on function system.enqueue to :app, :system;
-- Only to name the function above: no table in the schema is granted to the app role.
grant usage on schema system to :app;
revoke execute on procedure system.protect from public;
