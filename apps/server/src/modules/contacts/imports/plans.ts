import type { ImportPlan, ImportShape } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { listFields } from '../fields/fields.ts';
import { headerHash } from './reading/header.ts';
import { guessPlan } from './rows/guess-plan.ts';

/** What was chosen for a file with this header the last time, or what it seems to be. */
export async function planFor(
  tx: Tx,
  shape: ImportShape,
): Promise<{ plan: ImportPlan; remembered: boolean }> {
  const fields = (await listFields(tx)).filter(({ archivedAt }) => archivedAt === null);
  const [workspace] = await tx.sql<{ country: string }>(
    `select country from workspaces where workspace_id = $1`,
    [tx.workspaceId],
  );
  const guessed = guessPlan({ ...shape, fields, country: workspace?.country ?? 'IN' });
  const [kept] = shape.header
    ? await tx.sql<{ plan: ImportPlan }>(
        `select plan from contact_import_plans where workspace_id = $1 and header_hash = $2`,
        [tx.workspaceId, headerHash(shape.rows[0] ?? [])],
      )
    : [];
  if (kept?.plan.columns.length !== guessed.columns.length) return { plan: guessed, remembered: false };
  const isThere = (key: string): boolean => fields.some((field) => field.key === key);
  const columns = kept.plan.columns.map((target) =>
    target?.kind === 'field' && !isThere(target.key) ? null : target,
  );
  // To what people agreed is said anew for every file.
  return { plan: { ...kept.plan, columns, wording: null }, remembered: true };
}

export async function keepPlan(tx: Tx, shape: ImportShape, plan: ImportPlan): Promise<void> {
  if (!plan.header) return;
  await tx.sql(
    `insert into contact_import_plans (workspace_id, header_hash, plan, used_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, header_hash) do update set plan = excluded.plan, used_at = excluded.used_at`,
    [tx.workspaceId, headerHash(shape.rows[0] ?? []), JSON.stringify(plan), tx.now],
  );
}
