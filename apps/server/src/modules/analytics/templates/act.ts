import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { pauseSourcesUsing, setTemplateControls, type TemplateControl } from '../../messaging/index.ts';
import type { RuleAction, RuleName } from './rule-list.ts';
import { standInsFor } from './stand-ins.ts';

/** What a rule saw, in numbers and words of WhatsApp, for a person. */
export interface Facts {
  count?: number;
  of?: number;
  share?: number;
  limit?: number;
  before?: string | number | null;
  after?: string | null;
  step?: number;
  versionId?: string;
}

export interface Wanted {
  workspaceId: string;
  templateId: string;
  rule: RuleName;
  /** Never acted upon twice. */
  cause: string;
  action: RuleAction | 'ramp';
  dailyMost: number | null;
  facts: Facts;
}

/** Whoever decides about a workspace’s templates does so alone, so that no decision forgets another. */
export async function lockActions(tx: Tx | SystemTx, workspaceIds: readonly string[]): Promise<void> {
  await tx.sql(
    `select pg_advisory_xact_lock(hashtextextended(id || ' template actions', 0))
     from (select distinct unnest($1::text[]) as id order by 1) each`,
    [workspaceIds],
  );
}

interface Action {
  workspaceId: string;
  actionId: string;
  templateId: string;
  rule: RuleName;
  action: string;
  name: string;
  language: string;
}

/** Does what rules want done, each once for its cause. Where nothing can stand in for a template it is paused instead. */
export async function act(tx: SystemTx, wanted: readonly Wanted[]): Promise<number> {
  if (wanted.length === 0) return 0;
  await lockActions(
    tx,
    wanted.map(({ workspaceId }) => workspaceId),
  );
  const rotated = wanted.filter(({ action }) => action === 'rotate');
  const standIns = await standInsFor(tx, rotated);
  const rows = wanted.map((each) => {
    const insteadId = each.action === 'rotate' ? (standIns.get(each.templateId) ?? null) : null;
    const action = each.action === 'rotate' && insteadId === null ? 'pause' : each.action;
    return { ...each, action, insteadId, actionId: newId(tx.now) };
  });
  const done = await tx.sql<Action>(
    `insert into template_actions (workspace_id, action_id, template_id, rule, cause, action, facts, instead_id, daily_most, at)
     select "workspaceId", "actionId", t.template_id, rule, cause, action, facts, "insteadId", "dailyMost", $2
     from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "actionId" uuid, "templateId" uuid, rule text, cause text,
       action text, facts jsonb, "insteadId" uuid, "dailyMost" integer)
     join templates t on t.workspace_id = "workspaceId" and t.template_id = "templateId"
     order by "workspaceId", "templateId", rule, cause
     on conflict (workspace_id, template_id, rule, cause) do nothing
     returning workspace_id as "workspaceId", action_id as "actionId", template_id as "templateId", rule, action,
       (select name from templates t where t.workspace_id = template_actions.workspace_id
         and t.template_id = template_actions.template_id) as name,
       (select language from templates t where t.workspace_id = template_actions.workspace_id
         and t.template_id = template_actions.template_id) as language`,
    [JSON.stringify(rows), tx.now],
  );
  await refreshControls(tx, done);
  await pauseSources(
    tx,
    done.filter(({ action }) => action === 'pause' || action === 'rotate'),
  );
  await publishIn(
    tx,
    done.map(({ workspaceId, ...data }) => ({ workspaceId, type: 'template_rule.acted', data })),
  );
  return done.length;
}

async function pauseSources(tx: SystemTx, actions: readonly Action[]): Promise<void> {
  const paused = await pauseSourcesUsing(tx, actions);
  if (paused.length === 0) return;
  await tx.sql(
    `update template_actions a set source_ids = using_it.source_ids
     from (
       select "workspaceId", "templateId", array_agg("sourceId" order by "sourceId") as source_ids
       from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "templateId" uuid, "sourceId" uuid) group by 1, 2
     ) using_it
     where a.workspace_id = using_it."workspaceId" and a.template_id = using_it."templateId" and a.action_id = any($2::uuid[])`,
    [JSON.stringify(paused), actions.map(({ actionId }) => actionId)],
  );
}

/** What holds these templates back follows from what is active now. */
export async function refreshControls(
  tx: Tx | SystemTx,
  templates: readonly { workspaceId: string; templateId: string }[],
): Promise<void> {
  if (templates.length === 0) return;
  const controls = await tx.sql<TemplateControl>(
    `select given."workspaceId", given."templateId", coalesce(bool_or(a.action in ('pause', 'rotate')), false) as held,
       (array_agg(a.instead_id order by a.at desc) filter (where a.instead_id is not null))[1] as "insteadId",
       min(a.daily_most) as "dailyMost"
     from (select distinct * from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "templateId" uuid)) given
     left join template_actions a on a.workspace_id = given."workspaceId" and a.template_id = given."templateId"
       and a.state = 'active'
     group by 1, 2`,
    [JSON.stringify(templates.map(({ workspaceId, templateId }) => ({ workspaceId, templateId })))],
  );
  await setTemplateControls(tx, controls);
}
