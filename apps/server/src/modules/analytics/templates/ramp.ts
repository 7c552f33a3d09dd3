import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { act, lockActions, refreshControls } from './act.ts';
import { readRules } from './rules.ts';

/** New marketing versions of one’s own begin with few people a day. */
export async function beginRamps(tx: SystemTx): Promise<void> {
  const fresh = await tx.sql<{ workspaceId: string; templateId: string; versionId: string }>(
    `select l.workspace_id as "workspaceId", l.template_id as "templateId", l.version_id as "versionId"
     from template_links l
     join template_versions v using (workspace_id, version_id)
     join templates t on t.workspace_id = l.workspace_id and t.template_id = l.template_id
     where v.origin = 'here' and t.category = 'MARKETING' and t.removed_at is null and not exists (
       select from template_actions a where a.workspace_id = l.workspace_id and a.template_id = l.template_id
         and a.rule = 'ramp' and a.cause = l.version_id::text)`,
  );
  if (fresh.length === 0) return;
  const rulesOf = await readRules(tx, [...new Set(fresh.map(({ workspaceId }) => workspaceId))]);
  await endRampsOf(tx, fresh);
  await act(
    tx,
    fresh.flatMap(({ workspaceId, templateId, versionId }) => {
      const { enabled, steps } = rulesOf(workspaceId).ramp;
      const [dailyMost] = steps;
      if (!enabled || dailyMost === undefined) return [];
      const facts = { versionId, step: 0 };
      return [{ workspaceId, templateId, rule: 'ramp', cause: versionId, action: 'ramp', dailyMost, facts }];
    }),
  );
}

/** A newer version begins its own. */
async function endRampsOf(
  tx: SystemTx,
  templates: readonly { workspaceId: string; templateId: string }[],
): Promise<void> {
  const ended = await tx.sql<{ workspaceId: string; templateId: string }>(
    `update template_actions a set state = 'over', ended_at = $2, ended_by = 'system:ramp'
     from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "templateId" uuid)
     where a.workspace_id = "workspaceId" and a.template_id = "templateId" and a.rule = 'ramp' and a.state = 'active'
     returning a.workspace_id as "workspaceId", a.template_id as "templateId"`,
    [JSON.stringify(templates), tx.now],
  );
  await refreshControls(tx, ended);
}

interface Ramp {
  workspaceId: string;
  actionId: string;
  templateId: string;
  step: number;
  sent: number;
  failed: number;
}

/**
 * After a day on one step the next one begins, if enough were sent, few failed and WhatsApp says nothing against the
 * quality. After the last step the version is free.
 */
export async function advanceRamps(tx: SystemTx): Promise<void> {
  const ramps = await tx.sql<Ramp>(
    `select a.workspace_id as "workspaceId", a.action_id as "actionId", a.template_id as "templateId",
       coalesce((a.facts ->> 'step')::integer, 0) as step, count(s.message_id)::integer as sent,
       count(s.failed_code)::integer as failed
     from template_actions a
     join templates t on t.workspace_id = a.workspace_id and t.template_id = a.template_id
     join template_sends s on s.workspace_id = a.workspace_id and s.template_id = a.template_id
       and s.sent_at >= coalesce((a.facts ->> 'since')::timestamptz, a.at)
     where a.rule = 'ramp' and a.state = 'active' and coalesce(t.quality, 'UNKNOWN') not in ('RED', 'YELLOW')
       and coalesce((a.facts ->> 'since')::timestamptz, a.at) <= $1::timestamptz - interval '24 hours'
     group by a.workspace_id, a.action_id, t.workspace_id, t.template_id`,
    [tx.now],
  );
  if (ramps.length === 0) return;
  await lockActions(
    tx,
    ramps.map(({ workspaceId }) => workspaceId),
  );
  const rulesOf = await readRules(tx, [...new Set(ramps.map(({ workspaceId }) => workspaceId))]);
  const settled = ramps.flatMap((ramp) => {
    const { minimum, percent, steps } = rulesOf(ramp.workspaceId).ramp;
    if (ramp.sent < minimum || ramp.failed / ramp.sent > percent / 100) return [];
    const dailyMost = steps[ramp.step + 1] ?? null;
    return [{ ...ramp, step: ramp.step + 1, dailyMost }];
  });
  await tx.sql(
    `update template_actions a set daily_most = coalesce(row."dailyMost", a.daily_most),
       facts = a.facts || jsonb_build_object('step', row.step, 'since', $2::timestamptz),
       state = case when row."dailyMost" is null then 'over' else 'active' end,
       ended_at = case when row."dailyMost" is null then $2::timestamptz end,
       ended_by = case when row."dailyMost" is null then 'system:ramp' end
     from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "actionId" uuid, step integer, "dailyMost" integer)
     where a.workspace_id = row."workspaceId" and a.action_id = row."actionId" and a.state = 'active'`,
    [JSON.stringify(settled), tx.now],
  );
  await refreshControls(tx, settled);
  await publishIn(
    tx,
    settled.map(({ workspaceId, templateId, actionId }) => ({
      workspaceId,
      type: 'template_rule.ended',
      data: { actionId, templateId, rule: 'ramp', how: 'over' as const },
    })),
  );
}
