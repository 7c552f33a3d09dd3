import type { Tx } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { resumeSourcesOf } from '../../messaging/index.ts';
import { lockActions, refreshControls } from './act.ts';
import type { RuleName } from './rule-list.ts';
import { standInsFor } from './stand-ins.ts';

interface Active {
  actionId: string;
  templateId: string;
  rule: RuleName;
  sourceIds: string[];
}

async function findActive(tx: Tx, actionId: string): Promise<Active> {
  await lockActions(tx, [tx.workspaceId]);
  const [action] = await tx.sql<Active & { state: string }>(
    `select action_id as "actionId", template_id as "templateId", rule, source_ids as "sourceIds", state from template_actions
     where workspace_id = $1 and action_id = $2 for update`,
    [tx.workspaceId, actionId],
  );
  if (action === undefined) throw notFound('action of a rule');
  if (action.state !== 'active') throw new Refusal('conflict', 'That was ended already.');
  return action;
}

/** Takes back what a rule did: the template and what was paused because of it go on, unless another rule holds them. */
export async function undoAction(
  tx: Tx,
  { actionId, note }: { actionId: string; note?: string | undefined },
): Promise<Record<string, never>> {
  const action = await findActive(tx, actionId);
  await tx.sql(
    `update template_actions set state = 'undone', ended_at = $3, ended_by = $4, note = coalesce($5, note)
     where workspace_id = $1 and action_id = $2`,
    [tx.workspaceId, actionId, tx.now, `${tx.actor.kind}:${tx.actor.id}`, note ?? null],
  );
  await letGo(tx, action);
  await tell(tx, action, 'undone');
  return {};
}

async function letGo(tx: Tx, { templateId, sourceIds }: Active): Promise<void> {
  await refreshControls(tx, [{ workspaceId: tx.workspaceId, templateId }]);
  const [others] = await tx.sql<{ sourceIds: string[] | null }>(
    `select array_agg(distinct id) as "sourceIds" from template_actions cross join unnest(source_ids) as id
     where workspace_id = $1 and state = 'active'`,
    [tx.workspaceId],
  );
  const [control] = await tx.sql<{ held: boolean }>(
    `select held_at is not null as held from template_controls where workspace_id = $1 and template_id = $2`,
    [tx.workspaceId, templateId],
  );
  const kept = new Set(others?.sourceIds ?? []);
  if (control?.held === true) await keepPaused(tx, templateId, sourceIds);
  else
    await resumeSourcesOf(
      tx,
      sourceIds.filter((sourceId) => !kept.has(sourceId)),
    );
}

/** Another rule holds the same template: what this one paused waits for that one. */
async function keepPaused(tx: Tx, templateId: string, sourceIds: readonly string[]): Promise<void> {
  await tx.sql(
    `update template_actions set source_ids = array(select distinct unnest(source_ids || $3::uuid[]) order by 1)
     where workspace_id = $1 and template_id = $2 and state = 'active' and action in ('pause', 'rotate')`,
    [tx.workspaceId, templateId, sourceIds],
  );
}

const tell = (
  tx: Tx,
  { actionId, templateId, rule }: Active,
  how: 'undone' | 'appealed' | 'switched',
): Promise<void> => publish(tx, { type: 'template_rule.ended', data: { actionId, templateId, rule, how } });

type Answer = 'accept' | 'appeal' | 'switch';

/** About a template that WhatsApp put into another category. */
export async function answerRecategorised(
  tx: Tx,
  { actionId, answer }: { actionId: string; answer: Answer },
): Promise<Record<string, never>> {
  if (answer === 'accept') return acceptCategory(tx, actionId);
  const action = await findRecategorised(tx, actionId);
  if (answer === 'appeal') {
    await setNote(tx, actionId, 'appeal');
    await tell(tx, action, 'appealed');
    return {};
  }
  const { templateId } = action;
  const insteadId = (await standInsFor(tx, [{ workspaceId: tx.workspaceId, templateId }])).get(templateId);
  if (insteadId === undefined) {
    throw new Refusal(
      'conflict',
      'No other approved variant of this kit takes the same values in this language and category.',
    );
  }
  await tx.sql(
    `update template_actions set action = 'rotate', instead_id = $3, note = 'switch' where workspace_id = $1 and action_id = $2`,
    [tx.workspaceId, actionId, insteadId],
  );
  await refreshControls(tx, [{ workspaceId: tx.workspaceId, templateId }]);
  await tell(tx, action, 'switched');
  return {};
}

async function acceptCategory(tx: Tx, actionId: string): Promise<Record<string, never>> {
  await findRecategorised(tx, actionId);
  return undoAction(tx, { actionId, note: 'accept' });
}

async function findRecategorised(tx: Tx, actionId: string): Promise<Active> {
  const action = await findActive(tx, actionId);
  if (action.rule !== 'recategorised')
    throw new Refusal('conflict', 'That was not about a category. Undo it instead.');
  return action;
}

const setNote = (tx: Tx, actionId: string, note: string): Promise<unknown> =>
  tx.sql(`update template_actions set note = $3 where workspace_id = $1 and action_id = $2`, [
    tx.workspaceId,
    actionId,
    note,
  ]);
