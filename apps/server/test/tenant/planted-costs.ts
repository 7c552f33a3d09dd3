import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** What messages have cost, prices of one's own, budgets that told of themselves, and a live test. */
export async function plantCosts(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  const names = ['sourceId', 'priceId', 'keptBudgetId', 'removedBudgetId', 'testId'] as const;
  for (const name of names) ids[name] ??= newId(now);
  const number = ids.keptNumberId;
  await database.asOwner(
    `insert into send_sources (workspace_id, source_id, kind, name, created_at, changed_at)
     values ($1, $2, 'campaign', $3, $4, $4) on conflict do nothing`,
    [workspaceId, ids.sourceId, `${word} source`, now],
  );
  await database.asOwner(
    `insert into price_entries (workspace_id, entry_id, currency, country, category, valid_from, micros, note, changed_at, changed_by)
     values ($1, $2, 'INR', 'IN', 'marketing', '2026-10-01', 900000, $3, $4, $5)`,
    [workspaceId, ids.priceId, `${word} note`, now, ids.ownerId],
  );
  await database.asOwner(
    `insert into cost_meters (workspace_id, number_id, month, day, currency, category, pricing_type, origin, source_id,
       shard, messages, micros, unpriced, estimated_micros, estimated_actual_micros)
     values ($1, $2, date_trunc('month', $3::timestamptz), $3::timestamptz, $5, 'service', 'regular', $5, $4, 0, 3, 345000, 0, 345000, 345000)`,
    [workspaceId, number, now, ids.sourceId, word],
  );
  await database.asOwner(
    `insert into number_health (workspace_id, number_id, worst, since) values ($1, $2, $3, $4)`,
    [workspaceId, number, word, now],
  );
  await database.asOwner(
    `insert into cost_reservations (workspace_id, number_id, currency, category, origin, source_id, shard, micros)
     values ($1, $2, $4, 'service', $4, $3, 0, 1000)`,
    [workspaceId, number, ids.sourceId, word],
  );
  for (const name of ['keptBudgetId', 'removedBudgetId'])
    await database.asOwner(
      `with budget as (
         insert into budgets (workspace_id, budget_id, name, scope, period, currency, limit_micros, warn_percents, stops, created_at)
         values ($1, $2, $3, 'workspace', 'month', 'INR', 1000000, '{80}', true, $4) returning budget_id
       )
       insert into budget_periods (workspace_id, budget_id, starts_on, spent_micros) select $1, budget_id, '2026-10-01', 5 from budget`,
      [workspaceId, ids[name], `${word} budget`, now],
    );
  await database.asOwner(
    `insert into live_tests (workspace_id, test_id, number_id, phone, template, decision, started_at, started_by)
     values ($1, $2, $3, $4, $5, '{"verdict": "allowed"}', $6, $7)`,
    [workspaceId, ids.testId, number, word, `${word} template`, now, ids.ownerId],
  );
}
