import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { budgetStates } from './budget-state.ts';
import type { SentCategory } from './price.ts';
import { countReservations } from './reservations.ts';

export interface BudgetInput {
  name: string;
  scope: 'workspace' | 'number' | 'origin' | 'source';
  scopeId: string | null;
  category: SentCategory | null;
  period: 'day' | 'month';
  currency: string;
  limitMicros: number;
  warnPercents: number[];
  stops: boolean;
}

interface Budget extends BudgetInput {
  budgetId: string;
  startsOn: string;
  spentMicros: number;
  queuedMicros: number;
}

const shown = `budget_id as "budgetId", name, scope, scope_id as "scopeId", category, period, currency,
  limit_micros::float8 as "limitMicros", warn_percents as "warnPercents", stops, starts_on::text as "startsOn",
  spent_micros::float8 as "spentMicros", queued_micros::float8 as "queuedMicros"`;

export async function listBudgets(tx: Tx): Promise<{ items: Budget[] }> {
  const items = await tx.sql<Budget>(
    `select ${shown} from (${budgetStates('budget.workspace_id = $1', '$2')}) as state order by name, budget_id`,
    [tx.workspaceId, tx.now],
  );
  return { items };
}

export async function createBudget(tx: Tx, input: BudgetInput): Promise<Budget> {
  return writeBudget(
    tx,
    newId(tx.now),
    input,
    `insert into budgets (workspace_id, budget_id, name, scope, scope_id, category, period, currency, limit_micros,
       warn_percents, stops, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning budget_id`,
  );
}

/** What was told in this period stays told, unless the limit is another one. */
export async function updateBudget(
  tx: Tx,
  { budgetId, ...input }: BudgetInput & { budgetId: string },
): Promise<Budget> {
  await tx.sql(
    `delete from budget_periods period using budgets budget
     where period.workspace_id = $1 and period.budget_id = $2 and budget.workspace_id = $1
       and budget.budget_id = $2 and budget.limit_micros <> $3`,
    [tx.workspaceId, budgetId, input.limitMicros],
  );
  return writeBudget(
    tx,
    budgetId,
    input,
    `update budgets set name = $3, scope = $4, scope_id = $5, category = $6, period = $7, currency = $8,
       limit_micros = $9, warn_percents = $10, stops = $11
     where workspace_id = $1 and budget_id = $2 and created_at <= $12 returning budget_id`,
  );
}

async function writeBudget(tx: Tx, budgetId: string, input: BudgetInput, statement: string): Promise<Budget> {
  await requireScope(tx, input);
  const { name, scope, scopeId, category, period, currency, limitMicros, warnPercents, stops } = input;
  const percents = [...new Set(warnPercents)].sort((one, other) => one - other);
  const values = [name, scope, scopeId, category, period, currency, limitMicros, percents, stops];
  const written = await tx.sql(statement, [tx.workspaceId, budgetId, ...values, tx.now]);
  if (written.length === 0) throw notFound('budget');
  if (stops) await countReservations(tx, tx.workspaceId);
  const { items } = await listBudgets(tx);
  return items.find((budget) => budget.budgetId === budgetId)!;
}

async function requireScope(tx: Tx, { scope, scopeId }: BudgetInput): Promise<void> {
  if ((scope === 'workspace') !== (scopeId === null))
    throw invalidField(
      'scopeId',
      'scope_mismatch',
      'A budget of the whole workspace names nothing; every other one does.',
    );
  const tables = { number: ['numbers', 'number_id'], source: ['send_sources', 'source_id'] } as const;
  if (scope !== 'number' && scope !== 'source') return;
  const [table, column] = tables[scope];
  const known = await tx.sql(`select from ${table} where workspace_id = $1 and ${column}::text = $2`, [
    tx.workspaceId,
    scopeId,
  ]);
  if (known.length === 0) throw invalidField('scopeId', 'unknown', `There is no such ${scope} here.`);
}

export async function removeBudget(tx: Tx, budgetId: string): Promise<Record<string, never>> {
  const removed = await tx.sql(
    `delete from budgets where workspace_id = $1 and budget_id = $2 returning budget_id`,
    [tx.workspaceId, budgetId],
  );
  if (removed.length === 0) throw notFound('budget');
  return {};
}
