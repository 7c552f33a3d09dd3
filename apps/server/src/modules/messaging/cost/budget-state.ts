import type { SystemTx, Tx } from '../../../platform/db/index.ts';

/** Whether a summed-up row belongs to a budget. Marketing by whichever API is marketing, and so on. */
const belongs = (row: string): string => `
  ${row}.currency = budget.currency
  and (budget.category is null or starts_with(${row}.category, budget.category))
  and case budget.scope when 'number' then ${row}.number_id::text = budget.scope_id
    when 'origin' then ${row}.origin = budget.scope_id
    when 'source' then ${row}.source_id::text = budget.scope_id else true end`;

/**
 * A relation of budgets with what was spent in their present period and what is queued. `which` is a condition on
 * `budget`; `now` is the time as a parameter, such as `$2`.
 */
export const budgetStates = (which: string, now: string): string => `
  select budget.workspace_id, budget.budget_id, budget.name, budget.scope, budget.scope_id, budget.category,
    budget.period, budget.currency, budget.limit_micros, budget.warn_percents, budget.stops, period.starts_on,
    spent.micros as spent_micros, queued.micros as queued_micros
  from budgets budget
  join workspaces workspace on workspace.workspace_id = budget.workspace_id
  cross join lateral (
    select date_trunc(budget.period, ${now}::timestamptz at time zone workspace.time_zone)::date as starts_on
  ) as period
  cross join lateral (
    select coalesce(sum(meter.micros), 0)::bigint as micros from cost_meters meter
    where meter.workspace_id = budget.workspace_id and meter.day >= period.starts_on and ${belongs('meter')}
  ) as spent
  cross join lateral (
    select coalesce(sum(reserved.micros), 0)::bigint as micros from cost_reservations reserved
    where reserved.workspace_id = budget.workspace_id and ${belongs('reserved')}
  ) as queued
  where ${which}`;

/**
 * For the gate: what each budget that stops still allows, as a relation `(budget_id, name, scope, scope_id, category,
 * currency, left_micros)`. A message may go when its estimate fits into every row that it belongs to; of an audience,
 * the estimates of those before it count too. `workspace` and `now` are parameters, such as `$1` and `$2`.
 */
const budgetsLeft = (workspace: string, now: string): string => `
  select budget_id, name, scope, scope_id, category, currency, limit_micros - spent_micros - queued_micros as left_micros
  from (${budgetStates(`budget.workspace_id = ${workspace} and budget.stops`, now)}) as state`;

export interface BudgetLeft {
  budgetId: string;
  name: string;
  scope: 'workspace' | 'number' | 'origin' | 'source';
  scopeId: string | null;
  category: string | null;
  currency: string;
  leftMicros: number;
}

/** The same, for whoever decides over one message. */
export const readBudgetsLeft = (tx: Tx | SystemTx, workspaceId: string): Promise<BudgetLeft[]> =>
  tx.sql<BudgetLeft>(
    `select budget_id as "budgetId", name, scope, scope_id as "scopeId", category, currency,
       left_micros::float8 as "leftMicros" from (${budgetsLeft('$1', '$2')}) as budget`,
    [workspaceId, tx.now],
  );
