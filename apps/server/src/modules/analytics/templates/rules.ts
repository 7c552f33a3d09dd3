import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { ruleNames, ruleTexts, usualRules, type RuleName, type RuleSetting } from './rule-list.ts';

export type Rules = Record<RuleName, RuleSetting>;

type Stored = Partial<Record<RuleName, Partial<RuleSetting>>>;

const withUsual = (stored: Stored): Rules =>
  Object.fromEntries(ruleNames.map((name) => [name, { ...usualRules[name], ...stored[name] }])) as Rules;

/** The rules of each of these workspaces. */
export async function readRules(
  tx: Tx | SystemTx,
  workspaceIds: readonly string[],
): Promise<(workspaceId: string) => Rules> {
  const rows = await tx.sql<{ workspaceId: string; rules: Stored }>(
    `select workspace_id as "workspaceId", rules from template_rules where workspace_id = any($1::uuid[])`,
    [workspaceIds],
  );
  const known = new Map(rows.map(({ workspaceId, rules }) => [workspaceId, withUsual(rules)]));
  const usual = withUsual({});
  return (workspaceId) => known.get(workspaceId) ?? usual;
}

export async function listRules(tx: Tx) {
  const rules = (await readRules(tx, [tx.workspaceId]))(tx.workspaceId);
  return { items: ruleNames.map((rule) => ({ rule, ...ruleTexts[rule], ...rules[rule] })) };
}

type Change = { [Name in keyof RuleSetting]?: RuleSetting[Name] | undefined };

export async function updateRule(tx: Tx, { rule, ...change }: Change & { rule: RuleName }) {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await tx.sql(
    `insert into template_rules as known (workspace_id, rules, updated_at, updated_by)
     values ($1, jsonb_build_object($2::text, $3::jsonb), $4, $5)
     on conflict (workspace_id) do update
       set rules = known.rules || jsonb_build_object($2::text, coalesce(known.rules -> $2, '{}') || $3::jsonb),
         updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [tx.workspaceId, rule, JSON.stringify(given), tx.now, `${tx.actor.kind}:${tx.actor.id}`],
  );
  await publish(tx, { type: 'template_rule.changed', data: { rule } });
  return listRules(tx);
}
