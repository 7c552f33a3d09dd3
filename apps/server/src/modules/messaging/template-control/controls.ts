import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';

/** What holds a template back. All empty: nothing does. */
export interface TemplateControl {
  workspaceId: string;
  templateId: string;
  held: boolean;
  insteadId: string | null;
  dailyMost: number | null;
}

/** The gate and every claim read it from the moment that this has committed. */
export async function setTemplateControls(
  tx: Tx | SystemTx,
  controls: readonly TemplateControl[],
): Promise<void> {
  if (controls.length === 0) return;
  await tx.sql(
    `insert into template_controls as known (workspace_id, template_id, held_at, instead_id, daily_most, changed_at)
     select "workspaceId", "templateId", case when held then $2::timestamptz end, "insteadId", "dailyMost", $2
     from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "templateId" uuid, held boolean, "insteadId" uuid,
       "dailyMost" integer)
     order by "workspaceId", "templateId"
     on conflict (workspace_id, template_id) do update
       set held_at = case when excluded.held_at is not null then coalesce(known.held_at, excluded.held_at) end,
         instead_id = excluded.instead_id, daily_most = excluded.daily_most, changed_at = excluded.changed_at`,
    [JSON.stringify(controls), tx.now],
  );
}

interface Used {
  workspaceId: string;
  templateId: string;
  sourceId: string;
}

const why = 'template_held';

/** Pauses whatever sends with these templates: what has messages of them waiting, and what is still asking for some. */
export async function pauseSourcesUsing(
  tx: SystemTx,
  templates: readonly { workspaceId: string; templateId: string }[],
): Promise<Used[]> {
  if (templates.length === 0) return [];
  const using = await tx.sql<Used & { kind: string; name: string }>(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "templateId" uuid)),
     used as (
       select o.workspace_id, o.template_id, o.source_id from given
         join outbox o on o.workspace_id = "workspaceId" and o.template_id = "templateId" where o.source_id is not null
       union
       select a.workspace_id, t.template_id, a.source_id from given
         join templates t on t.workspace_id = "workspaceId" and t.template_id = "templateId"
         left join template_variants v on v.workspace_id = t.workspace_id and v.meta_name = t.name and v.language = t.language
         left join template_families f on f.workspace_id = v.workspace_id and f.family_id = v.family_id
         join audience_sends a on a.workspace_id = t.workspace_id and a.finished_at is null
           and (a.intent #>> '{content,template,name}', a.intent #>> '{content,template,language,code}')
             in ((t.name, t.language), (f.name, 'contact'))
     ), locked as (
       select s.workspace_id, s.source_id from send_sources s
       where (s.workspace_id, s.source_id) in (select workspace_id, source_id from used) and s.state = 'running'
       order by s.workspace_id, s.source_id for update
     ), stopped as (
       update send_sources s set state = 'paused', reason = '${why}', changed_at = $2 from locked
       where s.workspace_id = locked.workspace_id and s.source_id = locked.source_id
       returning s.workspace_id, s.source_id, s.kind, s.name
     )
     select workspace_id as "workspaceId", template_id as "templateId", source_id as "sourceId", kind, name
     from stopped join used using (workspace_id, source_id) order by 1, 3, 2`,
    [JSON.stringify(templates), tx.now],
  );
  const told = new Map(using.map((each) => [each.sourceId, each]));
  await publishIn(
    tx,
    [...told.values()].map(({ workspaceId, sourceId, kind, name }) => ({
      workspaceId,
      type: 'source.paused',
      data: { sourceId, kind, name, reason: why },
    })),
  );
  return using.map(({ workspaceId, templateId, sourceId }) => ({ workspaceId, templateId, sourceId }));
}

/** Lets go on what was paused for a template, unless somebody stopped it for another reason since. */
export async function resumeSourcesOf(tx: Tx, sourceIds: readonly string[]): Promise<void> {
  const resumed = await tx.sql<{ sourceId: string; kind: string; name: string }>(
    `with locked as (
       select source_id from send_sources where workspace_id = $1 and source_id = any($2::uuid[]) and state = 'paused'
         and reason = '${why}' order by source_id for update
     )
     update send_sources s set state = 'running', reason = null, changed_at = $3, sweeping = true from locked
     where s.workspace_id = $1 and s.source_id = locked.source_id
     returning s.source_id as "sourceId", s.kind, s.name`,
    [tx.workspaceId, sourceIds, tx.now],
  );
  await publishIn(
    tx,
    resumed.map((data) => ({ workspaceId: tx.workspaceId, type: 'source.resumed', data })),
  );
}
