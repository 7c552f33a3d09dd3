import type { BulkSelection } from '@trikon/contract';
import { createBinds, type Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { readFilterGround, type HigherConditions } from './filter-ground.ts';
import { whereSql } from './where-sql.ts';

/** How many are meant: those of the named who are here, or everybody that a filter finds. */
export async function countSelected(
  tx: Tx,
  higher: HigherConditions,
  selection: BulkSelection,
): Promise<number> {
  if ('contactIds' in selection) return countKnown(tx, selection.contactIds);
  const { bind, values } = createBinds(tx.workspaceId);
  const ground = await readFilterGround(tx, higher);
  const where = whereSql(selection.everybody, { bind, contact: 'c', ...ground });
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from contacts c where ${where}`,
    values,
  );
  return row!.count;
}

/** A few that went meanwhile are left out; where nobody is left there is nothing to do. */
async function countKnown(tx: Tx, contactIds: readonly string[]): Promise<number> {
  const known = await tx.sql(
    `select from contacts where workspace_id = $1 and contact_id = any($2::uuid[])`,
    [tx.workspaceId, contactIds],
  );
  if (known.length === 0) throw notFound('contact');
  return known.length;
}
