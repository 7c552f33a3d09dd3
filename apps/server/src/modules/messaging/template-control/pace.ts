import type { Tx } from '../../../platform/db/index.ts';
import { dayIn } from '../cost/price.ts';
import type { Asked } from '../gate/asked.ts';
import { nightsAt, zoneKey } from '../gate/nights.ts';
import { readPolicies } from '../gate/policies.ts';

/** Of the workspace's own day: so many more of a template were let through. */
export async function countPaced(
  tx: Tx,
  { templateId, templatePace, at, workspaceTimeZone }: Asked,
  count: number,
): Promise<void> {
  if (templatePace === null || count === 0) return;
  await tx.sql(
    `insert into template_pace_days as known (workspace_id, template_id, day, allowed) values ($1, $2, $3, $4)
     on conflict (workspace_id, template_id, day) do update set allowed = known.allowed + excluded.allowed`,
    [tx.workspaceId, templateId, dayIn(workspaceTimeZone, at), count],
  );
}

const batch = 5_000;

/**
 * Lets go of what waited for its template’s number a day, as many as there is room for and where it is day. What is let
 * go stands in the queue as if it had been asked for now.
 */
export async function releasePaced(tx: Tx): Promise<number> {
  const [workspace] = await tx.sql<{ zone: string; policies: unknown }>(
    `select w.time_zone as zone, g.policies from workspaces w left join gate_policies g using (workspace_id)
     where workspace_id = $1 for no key update of w`,
    [tx.workspaceId],
  );
  if (workspace === undefined) return 0;
  const day = dayIn(workspace.zone, tx.now);
  const hours = readPolicies(workspace.policies).quietHours.marketing;
  const zones = await tx.sql<{ key: string }>(
    `select distinct ${zoneKey} as key from outbox o
     join contacts c on c.workspace_id = o.workspace_id and c.contact_id = o.contact_id
     where o.workspace_id = $1 and o.hold = 'template_paced'`,
    [tx.workspaceId],
  );
  const keys = zones.map(({ key }) => key);
  const nights =
    hours === null ? {} : nightsAt(keys, { at: tx.now, hours, workspaceTimeZone: workspace.zone });
  const released = await tx.sql(
    `with waiting as materialized (
       select o.message_id, o.template_id from outbox o
       join contacts c on c.workspace_id = o.workspace_id and c.contact_id = o.contact_id
       where o.workspace_id = $1 and o.hold = 'template_paced' and o.state = 'waiting' and not ${zoneKey} = any($4::text[])
       order by o.template_id, o.message_id limit ${batch} for update of o skip locked
     ), placed as (
       select waiting.*, row_number() over (partition by waiting.template_id order by message_id) as place from waiting
     ), free as (
       select placed.message_id, placed.template_id from placed
       left join template_controls k on k.workspace_id = $1 and k.template_id = placed.template_id
       left join template_pace_days d on d.workspace_id = $1 and d.template_id = placed.template_id and d.day = $2
       where k.daily_most is null or placed.place <= k.daily_most - coalesce(d.allowed, 0)
     ), counted as (
       insert into template_pace_days as known (workspace_id, template_id, day, allowed)
       select $1, template_id, $2::date, count(*) from free group by template_id order by template_id
       on conflict (workspace_id, template_id, day) do update set allowed = known.allowed + excluded.allowed
     )
     update outbox o set hold = 'scheduled', due_at = $3 from free
     where o.workspace_id = $1 and o.message_id = free.message_id returning 1 as one`,
    [tx.workspaceId, day, tx.now, Object.keys(nights)],
  );
  return released.length;
}
