import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { budgetStates } from './budget-state.ts';
import { countReservations } from './reservations.ts';

interface Crossed {
  workspaceId: string;
  budgetId: string;
  name: string;
  currency: string;
  spentMicros: number;
  limitMicros: number;
  stops: boolean;
  /** The share that is warned of for the first time. */
  percent: number | null;
  isReached: boolean;
}

/** Notes how far every budget is and tells of each share and of the limit once in a period. */
export async function watchBudgets(tx: SystemTx): Promise<void> {
  await countReservations(tx);
  await tx.sql(openPeriods, [tx.now]);
  const crossed = await tx.sql<Crossed>(noteCrossings, [tx.now]);
  await publishIn(
    tx,
    crossed.flatMap(({ workspaceId, percent, isReached, ...state }) => {
      const { budgetId, name, currency, spentMicros, limitMicros, stops } = state;
      const data = { budgetId, name, currency, spentMicros, limitMicros };
      return [
        ...(percent === null
          ? []
          : [{ type: 'budget.warned' as const, workspaceId, data: { ...data, percent } }]),
        ...(isReached ? [{ type: 'budget.reached' as const, workspaceId, data: { ...data, stops } }] : []),
      ];
    }),
  );
}

const openPeriods = `
  insert into budget_periods (workspace_id, budget_id, starts_on, spent_micros)
  select workspace_id, budget_id, starts_on, 0 from (${budgetStates('true', '$1')}) as state
  order by workspace_id, budget_id on conflict do nothing`;

/** What was told is read under the lock: two copies of the program tell each thing once. */
const noteCrossings = `
  update budget_periods period set spent_micros = found.spent_micros,
    warned_percent = greatest(found.warned_before, found.percent),
    reached_at = coalesce(found.reached_before, case when found.is_spent then $1::timestamptz end)
  from (
    select state.*, old.warned_percent as warned_before, old.reached_at as reached_before,
      state.spent_micros >= state.limit_micros as is_spent, (
        select max(percent) from unnest(state.warn_percents) as percent
        where state.spent_micros * 100 >= state.limit_micros * percent
      ) as percent
    from (${budgetStates('true', '$1')}) as state
    join budget_periods old using (workspace_id, budget_id, starts_on)
    order by workspace_id, budget_id for update of old
  ) as found
  where period.workspace_id = found.workspace_id and period.budget_id = found.budget_id
    and period.starts_on = found.starts_on
  returning period.workspace_id as "workspaceId", period.budget_id as "budgetId", found.name, found.currency,
    found.spent_micros::float8 as "spentMicros", found.limit_micros::float8 as "limitMicros", found.stops,
    case when found.percent > coalesce(found.warned_before, 0) then found.percent end as percent,
    found.is_spent and found.reached_before is null as "isReached"`;
