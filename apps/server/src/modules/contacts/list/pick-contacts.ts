import { createBinds, type Binds, type SystemTx } from '../../../platform/db/index.ts';
import type { FilterGround } from './filter-ground.ts';
import { indexedSql } from './filter-sql.ts';
import { contactOrders, type OrderName } from './contact-order.ts';
import { searchSql } from './search-sql.ts';
import { whereSql, type Asked } from './where-sql.ts';

interface Page extends Asked {
  order: OrderName;
  after: readonly (string | number)[] | null;
  limit: number;
}

export interface Picked {
  contactId: string;
  key: string;
}

/** So few are looked at one by one; of more the order finds the first faster than the index finds all. */
const fewFound = 2000;
/** How far the order is followed before everybody is looked at instead, which takes as long whatever is asked. */
const farEnough = 5000;
const mostCounted = 10_000;

/**
 * The ids of a page. Three ways, each fast where the one before is not: what indexes find when that is little; the first in
 * the order when most fit; everybody. PostgreSQL cannot choose for itself: it does not know how many have a field's value.
 */
export async function pickContacts(
  tx: SystemTx,
  workspaceId: string,
  page: Page,
  ground: FilterGround,
): Promise<Picked[]> {
  await planForTheseValues(tx);
  const few = await foundByIndex(tx, workspaceId, page, ground);
  if (few !== null) return pageAmong(tx, statementOf(workspaceId, page, ground), { page, few });
  const inOrder = statementOf(workspaceId, page, ground);
  const first = await firstInOrder(tx, inOrder, page);
  if (first !== null) return first;
  await planForEverybody(tx);
  return pageAmong(tx, statementOf(workspaceId, page, ground), { page, few: null });
}

export async function countContacts(
  tx: SystemTx,
  workspaceId: string,
  asked: Asked,
  ground: FilterGround,
): Promise<{ count: number; more: boolean }> {
  await planForTheseValues(tx);
  const few = await foundByIndex(tx, workspaceId, asked, ground);
  const { where, bind, values } = statementOf(workspaceId, asked, ground);
  const among = few === null ? '' : `and c.contact_id = any(${bind(few, 'uuid[]')})`;
  if (few === null) await planForEverybody(tx);
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from (select from contacts c where ${where} ${among} limit ${mostCounted + 1}) found`,
    values,
  );
  return { count: Math.min(row!.count, mostCounted), more: row!.count > mostCounted };
}

/** A plan for any values would not know that one name is rare and another is not. */
const planForTheseValues = (tx: SystemTx): Promise<unknown> =>
  tx.sql(`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)`);

/**
 * PostgreSQL expects half of all to fit whatever it cannot estimate, and would rather not pass so many from one process to
 * another. They stay where they are found: each process keeps the first of its own.
 */
const planForEverybody = (tx: SystemTx): Promise<unknown> =>
  tx.sql(`select set_config('parallel_tuple_cost', '0', true), set_config('parallel_setup_cost', '0', true)`);

interface Statement extends Binds {
  where: string;
}

function statementOf(workspaceId: string, asked: Asked, ground: FilterGround): Statement {
  const { bind, values } = createBinds(workspaceId);
  return { where: whereSql(asked, { bind, contact: 'c', ...ground }), bind, values };
}

/** Null when nothing that is asked has an index, or when too many are found by it. */
async function foundByIndex(
  tx: SystemTx,
  workspaceId: string,
  { search, filter }: Asked,
  ground: FilterGround,
): Promise<string[] | null> {
  const { bind, values } = createBinds(workspaceId);
  const byFilter = filter === undefined ? [] : indexedSql(filter, { bind, contact: 'c', ...ground });
  const conditions = [...searchSql(search, bind), ...byFilter];
  if (conditions.length === 0) return null;
  const rows = await tx.sql<{ contactId: string }>(
    `select c.contact_id as "contactId" from contacts c
     where c.workspace_id = $1 and c.merged_into is null and ${conditions.join(' and ')} limit ${fewFound + 1}`,
    values,
  );
  return rows.length > fewFound ? null : rows.map(({ contactId }) => contactId);
}

/** Null when a page is not full by then. */
async function firstInOrder(
  tx: SystemTx,
  { where, bind, values }: Statement,
  page: Page,
): Promise<Picked[] | null> {
  const { column, direction, key } = contactOrders[page.order];
  const by = `${column} ${direction}, contact_id ${direction}`;
  const rows = await tx.sql<Picked & { looked: number }>(
    `with looked as materialized (
       select * from contacts c where c.workspace_id = $1 and c.merged_into is null ${afterSql(page, bind)}
       order by ${by} limit ${farEnough}
     )
     select c.contact_id as "contactId", ${key(`c.${column}`)} as key, (select count(*)::int from looked) as looked
     from looked c where ${where} order by ${by} limit ${page.limit}`,
    values,
  );
  const isAll = rows.length > 0 && rows[0]!.looked < farEnough;
  return rows.length === page.limit || isAll ? rows : null;
}

async function pageAmong(
  tx: SystemTx,
  { where, bind, values }: Statement,
  { page, few }: { page: Page; few: string[] | null },
): Promise<Picked[]> {
  const { column, direction, key, asSorted } = contactOrders[page.order];
  const among = few === null ? '' : `and c.contact_id = any(${bind(few, 'uuid[]')})`;
  // An index in this order would be walked to its end for the last of a few.
  return tx.sql<Picked>(
    `select c.contact_id as "contactId", ${key(`c.${column}`)} as key from contacts c where ${where} ${among} ${afterSql(page, bind)}
     order by ${asSorted(`c.${column}`)} ${direction}, c.contact_id ${direction} limit ${page.limit}`,
    values,
  );
}

function afterSql({ order, after }: Page, bind: Binds['bind']): string {
  if (after === null) return '';
  const { column, type, direction } = contactOrders[order];
  return `and (c.${column}, c.contact_id) ${direction === 'asc' ? '>' : '<'} (${bind(after[0], type)}, ${bind(after[1], 'uuid')})`;
}
