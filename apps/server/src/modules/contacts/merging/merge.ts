import { publishIn, type Fact } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { AnyTx, ContactMerge, ContactsParts } from '../contacts-parts.ts';
import { columnsOf, gapsFilled, readMergeable, valueOf, type Attributes } from './mergeable.ts';

/** What a merge moved; with it the merge is taken back. */
export interface Moved {
  identities: string[];
  /** Those that had been merged into the one that went. */
  merged: string[];
  /** Attributes that the one that stayed did not have, or for which the other's value was chosen. */
  filled: Partial<Attributes>;
  /** What stood where another value was chosen. */
  before?: Partial<Attributes>;
  /** Tags that the one that stayed did not have. */
  tags?: string[];
}

export interface AskedMerge extends ContactMerge {
  /** Attributes in which the value of the one that goes counts. */
  take?: readonly string[];
}

/**
 * Makes one contact of two: identities move to the one that stays, its gaps are filled, the other points to it. Messages
 * and conversations keep the contact that they were written under. Several at once are the same statements; into one
 * contact many may go, but none that goes may be one that stays. All are held, and none is merged already.
 */
export async function mergeContacts(
  tx: AnyTx,
  parts: ContactsParts,
  merges: readonly AskedMerge[],
  mergedBy: string,
): Promise<string[]> {
  const family = await readMergeable(
    tx,
    merges.flatMap(({ workspaceId, from, into }) =>
      [from, into].map((contactId) => ({ workspaceId, contactId })),
    ),
  );
  const rows = merges.map(({ workspaceId, from, into, take = [] }) => {
    const [goes, stays] = [family.get(from)!, family.get(into)!];
    const before = picked(stays.attributes, take);
    const filled = { ...gapsFilled(stays.attributes, goes.attributes), ...picked(goes.attributes, take) };
    const tags = goes.tags.filter((tag) => !stays.tags.includes(tag));
    Object.assign(stays.attributes, filled);
    stays.tags.push(...tags);
    const moved: Moved = { identities: goes.identities, merged: goes.merged, filled, before, tags };
    const kept = { ...columnsOf(stays.attributes), tags: [...stays.tags] };
    return { workspace_id: workspaceId, merge_id: newId(tx.now), from_id: from, into_id: into, moved, kept };
  });
  // Of several that go into one contact the last knows all of its attributes.
  const kept = new Map(rows.map((row) => [row.into_id, { ...row.kept, ...row }]));
  await writeMerges(tx, { rows, kept: [...kept.values()], mergedBy });
  await parts.carryConsent(tx, merges);
  await publishIn(tx, rows.map(mergedFact));
  return rows.map((row) => row.merge_id);
}

const picked = (attributes: Attributes, names: readonly string[]): Partial<Attributes> =>
  Object.fromEntries(names.map((name) => [name, valueOf(attributes, name)]));

const mergedFact = (row: {
  workspace_id: string;
  merge_id: string;
  from_id: string;
  into_id: string;
}): Fact & { workspaceId: string } => ({
  type: 'contact.merged',
  workspaceId: row.workspace_id,
  contactId: row.into_id,
  data: { mergeId: row.merge_id, fromId: row.from_id },
});

interface Writing {
  rows: { workspace_id: string; from_id: string; into_id: string }[];
  kept: { workspace_id: string; into_id: string }[];
  mergedBy: string;
}

async function writeMerges(tx: AnyTx, { rows, kept, mergedBy }: Writing): Promise<void> {
  await tx.sql(
    `with merge as (
       select * from jsonb_to_recordset($1::jsonb) as row (workspace_id uuid, merge_id uuid, from_id uuid, into_id uuid, moved jsonb)
     ), kept as (
       select * from jsonb_to_recordset($2::jsonb) as row (workspace_id uuid, into_id uuid, name text, profile_name text,
         username text, phone text, wa_id text, user_id text, country text, language text, time_zone text, blocked_at timestamptz,
         email text, city text, owner_id uuid, tags uuid[], fields jsonb, name_key text, profile_key text)
     ), identities as (
       update contact_identities one set contact_id = merge.into_id from merge
       where one.workspace_id = merge.workspace_id and one.contact_id = merge.from_id
     ), gone as (
       update contacts contact set merged_into = merge.into_id, updated_at = $3 from merge
       where contact.workspace_id = merge.workspace_id
         and (contact.contact_id = merge.from_id or contact.merged_into = merge.from_id)
     ), stays as (
       update contacts contact set name = kept.name, profile_name = kept.profile_name, username = kept.username,
         phone = kept.phone, wa_id = kept.wa_id, user_id = kept.user_id, country = kept.country,
         language = kept.language, time_zone = kept.time_zone, blocked_at = kept.blocked_at,
         email = kept.email, city = kept.city, owner_id = kept.owner_id, tags = kept.tags, fields = kept.fields,
         name_key = kept.name_key, profile_key = kept.profile_key, updated_at = $3
       from kept where contact.workspace_id = kept.workspace_id and contact.contact_id = kept.into_id
     )
     insert into contact_merges (workspace_id, merge_id, into_id, from_id, moved, merged_at, merged_by)
     select workspace_id, merge_id, into_id, from_id, moved, $3, $4 from merge`,
    [JSON.stringify(rows), JSON.stringify(kept), tx.now, mergedBy],
  );
}
