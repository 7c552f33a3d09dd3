import type { Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { categoryPrices, type CategoryPrices } from '../../messaging/index.ts';
import type { Facts } from './act.ts';
import { reasonOf } from './reasons.ts';
import { ruleTexts, type RuleAction, type RuleName } from './rule-list.ts';

interface Filter {
  cursor?: string | undefined;
  limit: number;
  state?: 'active' | 'undone' | 'over' | undefined;
  familyId?: string | undefined;
}

interface Row {
  actionId: string;
  templateId: string;
  familyId: string | null;
  accountId: string;
  template: string;
  language: string;
  rule: RuleName;
  action: RuleAction | 'ramp';
  facts: Facts;
  instead: string | null;
  dailyMost: number | null;
  sources: number;
  at: Date;
  state: 'active' | 'undone' | 'over';
  endedAt: Date | null;
  endedBy: string | null;
  endedByName: string | null;
  note: string | null;
}

export async function listActions(tx: Tx, { cursor, limit, state, familyId }: Filter) {
  const after = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<Row>(
    `select a.action_id as "actionId", a.template_id as "templateId", v.family_id as "familyId", t.account_id as "accountId",
       t.name as template, t.language, rule, action, facts, o.name as instead, a.daily_most as "dailyMost",
       cardinality(source_ids) as sources, a.at, a.state, ended_at as "endedAt", ended_by as "endedBy", m.name as "endedByName",
       a.note
     from template_actions a
     join templates t on t.workspace_id = a.workspace_id and t.template_id = a.template_id
     left join template_links l on l.workspace_id = a.workspace_id and l.template_id = a.template_id
     left join template_variants v on v.workspace_id = l.workspace_id and v.variant_id = l.variant_id
     left join templates o on o.workspace_id = a.workspace_id and o.template_id = a.instead_id
     left join members m on m.workspace_id = a.workspace_id and 'user:' || m.user_id = a.ended_by
     where a.workspace_id = $1 and ($2::timestamptz is null or (a.at, a.action_id) < ($2, $3::uuid))
       and ($4::text is null or a.state = $4) and ($5::uuid is null or v.family_id = $5)
     order by a.at desc, a.action_id desc limit $6`,
    [tx.workspaceId, ...(after ?? [null, null]), state ?? null, familyId ?? null, limit + 1],
  );
  const page = pageOf(rows, limit, ({ at, actionId }) => [at.toISOString(), actionId]);
  const prices = await pricesFor(tx, page.items);
  return { ...page, items: page.items.map((row) => shown(row, prices.get(row.accountId) ?? null)) };
}

/** Accounts are few; each is asked for once. */
async function pricesFor(tx: Tx, rows: readonly Row[]): Promise<Map<string, CategoryPrices | null>> {
  const accountIds = new Set(
    rows.flatMap(({ rule, accountId }) => (rule === 'recategorised' ? accountId : [])),
  );
  const prices = new Map<string, CategoryPrices | null>();
  for (const accountId of accountIds) prices.set(accountId, await categoryPrices(tx, accountId));
  return prices;
}

function shown(
  { accountId: _account, facts, endedBy, endedByName, ...row }: Row,
  prices: CategoryPrices | null,
) {
  const [kind, id] = endedBy === null ? [null, null] : (endedBy.split(':', 2) as [string, string]);
  const micros = (word: unknown): number | null =>
    prices?.micros[String(word).toLowerCase() as keyof CategoryPrices['micros']] ?? null;
  return {
    ...row,
    name: ruleTexts[row.rule].name,
    reason: reasonOf(row.rule, facts),
    endedBy: kind === null ? null : { kind, id, name: endedByName },
    price:
      row.rule === 'recategorised' && prices !== null
        ? { currency: prices.currency, before: micros(facts.before), after: micros(facts.after) }
        : null,
  };
}
