import type { ImportPlan } from '@trikon/contract';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import type { ImportRow } from '../rows/read-row.ts';
import type { KnownContact } from './merge-row.ts';

/** Whom the rows of a chunk may be of. */
export interface Known {
  /** By the key of a row: whom it means, as far as that is one. */
  byKey: Map<string, string[]>;
  /** Whose a phone is. */
  byPhone: Map<string, string>;
  contacts: Map<string, KnownContact>;
}

interface Asked {
  rows: readonly ImportRow[];
  key: ImportPlan['key'];
  /** Whether they are kept from others until the commit. */
  hold: boolean;
}

export async function findKnown(tx: Tx, db: Database, { rows, key, hold }: Asked): Promise<Known> {
  const byPhone = await holdersOf(
    tx,
    rows.flatMap(({ phone }) => phone ?? []),
  );
  const byKey: Known['byKey'] =
    key.kind === 'phone'
      ? new Map(Array.from(byPhone, ([phone, contactId]) => [phone, [contactId]]))
      : await keyHolders(db, { workspaceId: tx.workspaceId, rows, key });
  const ids = new Set([...byKey.values()].flat());
  return { byKey, byPhone, contacts: await readKnown(tx, [...ids], hold) };
}

async function holdersOf(tx: Tx, phones: readonly string[]): Promise<Map<string, string>> {
  if (phones.length === 0) return new Map();
  const rows = await tx.sql<{ phone: string; contactId: string }>(
    // One look into the index for each: given a choice, the planner reads the whole table for a large batch.
    `select given.phone, found.contact_id as "contactId" from unnest($2::text[]) as given (phone)
       cross join lateral (
         select contact_id from contact_identities one
         where one.workspace_id = $1 and one.kind = 'phone' and one.value = given.phone and one.ended_at is null limit 1
       ) found`,
    [tx.workspaceId, phones],
  );
  return new Map(rows.map(({ phone, contactId }) => [phone, contactId]));
}

interface KeyAsked {
  workspaceId: string;
  rows: readonly ImportRow[];
  key: ImportPlan['key'];
}

/** Ids alone leave the path that may use these indexes; who they are is read under row security. */
async function keyHolders(
  db: Database,
  { workspaceId, rows, key }: KeyAsked,
): Promise<Map<string, string[]>> {
  const keys = [...new Set(rows.map((row) => row.key))];
  const [condition, values] =
    key.kind !== 'field'
      ? ['lower(c.email) = given.key', keys]
      : ['c.fields @> given.key::jsonb', keys.map((value) => `{${JSON.stringify(key.key)}:${value}}`)];
  const found = await db.acrossWorkspaces('contact-lists', (across) =>
    across.sql<{ place: number; contactIds: string[] }>(
      `select given.place::int - 1 as place, found.ids as "contactIds"
       from unnest($2::text[]) with ordinality as given (key, place)
         cross join lateral (
           select array_agg(contact_id) as ids from (
             select contact_id from contacts c
             where c.workspace_id = $1 and c.merged_into is null and ${condition} limit 2
           ) some
         ) found
       where found.ids is not null`,
      [workspaceId, values],
    ),
  );
  return new Map(found.map(({ place, contactIds }) => [keys[place]!, contactIds]));
}

export async function readKnown(
  tx: Tx,
  contactIds: readonly string[],
  hold: boolean,
): Promise<Map<string, KnownContact>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx.sql<KnownContact>(
    `select contact_id as "contactId", phone, name, email, city, language, owner_id as "ownerId", tags, fields
     from contacts where workspace_id = $1 and contact_id = any($2::uuid[]) and merged_into is null
     order by contact_id ${hold ? 'for no key update' : ''}`,
    [tx.workspaceId, contactIds],
  );
  return new Map(rows.map((row) => [row.contactId, row]));
}
