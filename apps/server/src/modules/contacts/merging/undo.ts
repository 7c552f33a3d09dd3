import type { FieldValue } from '@trikon/contract';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { columnsOf, readMergeable, sameValue, valueOf, type Attributes } from './mergeable.ts';
import { holdContacts } from '../hold.ts';
import type { Moved } from './merge.ts';
import { refreshAddresses } from './refresh-addresses.ts';

interface MergeRow {
  mergeId: string;
  fromId: string;
  intoId: string;
  moved: Moved;
  undoneAt: Date | null;
}

/**
 * Takes a merge back: what moved returns, also from a contact into which the one that stayed was merged later, and those
 * later merges no longer know of it. What came to the other since stays there, and so does the stricter consent.
 */
export async function undoMerge(tx: Tx, mergeId: string): Promise<{ contactId: string }> {
  const merge = await readMerge(tx, mergeId);
  const { fromId } = merge;
  const present = await presentContact(tx, fromId);
  await refuseWhatIsLost(tx, merge, present);
  const later = await laterMerges(tx, merge, present);
  await moveBack(tx, merge, present);
  await takeBack(tx, merge, later);
  await forget(tx, merge, later);
  await refreshAddresses(tx, [fromId, present]);
  await publish(tx, {
    type: 'contact.unmerged',
    contactId: fromId,
    data: { mergeId, intoId: merge.intoId },
  });
  return { contactId: fromId };
}

const mergeColumns = `merge_id as "mergeId", from_id as "fromId", into_id as "intoId", moved, undone_at as "undoneAt"`;

async function readMerge(tx: Tx, mergeId: string): Promise<MergeRow> {
  const [merge] = await tx.sql<MergeRow>(
    `select ${mergeColumns} from contact_merges where workspace_id = $1 and merge_id = $2 for update`,
    [tx.workspaceId, mergeId],
  );
  if (merge === undefined) throw notFound('merge');
  if (merge.undoneAt !== null) throw new Refusal('conflict', 'This merge has been undone already.');
  return merge;
}

/** Held, and read again: another merge may have moved it while this one waited. */
async function presentContact(tx: Tx, fromId: string): Promise<string> {
  const { workspaceId } = tx;
  for (let waited: string | null = null; ;) {
    const [row] = await tx.sql<{ mergedInto: string }>(
      `select merged_into as "mergedInto" from contacts where workspace_id = $1 and contact_id = $2`,
      [workspaceId, fromId],
    );
    const { mergedInto } = row!;
    if (mergedInto === waited) return mergedInto;
    waited = mergedInto;
    await holdContacts(tx, [
      { workspaceId, contactId: fromId },
      { workspaceId, contactId: mergedInto },
    ]);
  }
}

/** One who would come back without anything to reach them by has gone over for good. */
async function refuseWhatIsLost(tx: Tx, { moved }: MergeRow, present: string): Promise<void> {
  const [count] = await tx.sql<{ had: number; left: number }>(
    `select count(*)::int as had, count(*) filter (where ended_at is null and contact_id = $3)::int as left
     from contact_identities where workspace_id = $1 and identity_id = any($2::uuid[])`,
    [tx.workspaceId, moved.identities, present],
  );
  if (count!.had > 0 && count!.left === 0) {
    throw new Refusal(
      'conflict',
      'This merge can no longer be undone: every number and id that it brought has been given up since.',
    );
  }
}

/** Merges that took along what this one had brought, oldest first. */
const laterMerges = (tx: Tx, { mergeId, intoId }: MergeRow, present: string): Promise<MergeRow[]> =>
  tx.sql<MergeRow>(
    `with recursive chain as (
       select merge.*, 1 as step from contact_merges merge
       where workspace_id = $1 and from_id = $2 and undone_at is null and $2::uuid <> $4::uuid
       union all
       select merge.*, step + 1 from chain join contact_merges merge
         on merge.workspace_id = chain.workspace_id and merge.from_id = chain.into_id and merge.undone_at is null
       where chain.into_id <> $4::uuid and step < 1000
     )
     select ${mergeColumns} from chain where merge_id <> $3::uuid order by step`,
    [tx.workspaceId, intoId, mergeId, present],
  );

async function moveBack(tx: Tx, { fromId, moved }: MergeRow, present: string): Promise<void> {
  await tx.sql(
    `with identities as (
       update contact_identities set contact_id = $2
       where workspace_id = $1 and contact_id = $3 and identity_id = any($4::uuid[])
     ), followers as (
       update contacts set merged_into = $2, updated_at = $6
       where workspace_id = $1 and merged_into = $3 and contact_id = any($5::uuid[])
     )
     update contacts set merged_into = null, updated_at = $6 where workspace_id = $1 and contact_id = $2`,
    [tx.workspaceId, fromId, present, moved.identities, moved.merged, tx.now],
  );
}

/** What WhatsApp tells of addresses follows the identities (refresh-addresses.ts). */
const addresses = new Set(['phone', 'wa_id', 'user_id']);

/** Where a merge's value still is what it put there, what stood before stands again, all along the way that it went. */
async function takeBack(tx: Tx, merge: MergeRow, later: readonly MergeRow[]): Promise<void> {
  const steps = [merge, ...later];
  const { workspaceId } = tx;
  const known = await readMergeable(
    tx,
    steps.map(({ intoId }) => ({ workspaceId, contactId: intoId })),
  );
  const rows = steps.map((step) => {
    const { attributes, tags } = known.get(step.intoId)!;
    const restored = Object.keys(merge.moved.filled).filter(
      (name) =>
        !addresses.has(name) &&
        cameBy(step, merge, name) &&
        sameValue(valueOf(attributes, name), valueOf(merge.moved.filled, name)),
    );
    const values = restored.map((name) => [name, stoodBefore(step, merge, name)]);
    const brought = new Set(merge.moved.tags?.filter((tag) => step.moved.tags?.includes(tag)));
    return {
      ...columnsOf({ ...attributes, ...(Object.fromEntries(values) as Partial<Attributes>) }),
      contact_id: step.intoId,
      tags: tags.filter((tag) => !brought.has(tag)),
    };
  });
  await tx.sql(
    `update contacts contact set name = row.name, profile_name = row.profile_name, username = row.username,
       country = row.country, language = row.language, time_zone = row.time_zone, blocked_at = row.blocked_at,
       email = row.email, city = row.city, owner_id = row.owner_id, tags = row.tags, fields = row.fields,
       name_key = row.name_key, profile_key = row.profile_key
     from jsonb_to_recordset($2::jsonb) as row (contact_id uuid, name text, profile_name text, username text, country text,
       language text, time_zone text, blocked_at timestamptz, email text, city text, owner_id uuid, tags uuid[], fields jsonb, name_key text, profile_key text)
     where contact.workspace_id = $1 and contact.contact_id = row.contact_id`,
    [workspaceId, JSON.stringify(rows)],
  );
}

/** Whether this step of the way carried the value that the merge brought. */
const cameBy = (step: MergeRow, merge: MergeRow, name: string): boolean =>
  name in step.moved.filled && sameValue(valueOf(step.moved.filled, name), valueOf(merge.moved.filled, name));

const stoodBefore = (step: MergeRow, merge: MergeRow, name: string): FieldValue | null =>
  valueOf(merge.moved.before ?? {}, name) ?? valueOf(step.moved.before ?? {}, name);

async function forget(tx: Tx, merge: MergeRow, later: readonly MergeRow[]): Promise<void> {
  const rows = later.map((each) => ({ merge_id: each.mergeId, moved: withoutMerge(each, merge) }));
  await tx.sql(
    `with undone as (
       update contact_merges set undone_at = $3 where workspace_id = $1 and merge_id = $2
     )
     update contact_merges merge set moved = row.moved
     from jsonb_to_recordset($4::jsonb) as row (merge_id uuid, moved jsonb)
     where merge.workspace_id = $1 and merge.merge_id = row.merge_id`,
    [tx.workspaceId, merge.mergeId, tx.now, JSON.stringify(rows)],
  );
}

/** What a later merge would have moved, had this one never been. */
function withoutMerge(each: MergeRow, merge: MergeRow): Moved {
  const gone = new Set([merge.fromId, ...merge.moved.merged, ...merge.moved.identities]);
  const staying = (ids: readonly string[]): string[] => ids.filter((id) => !gone.has(id));
  const filled = Object.entries(each.moved.filled).flatMap(([name, value]) => {
    if (!cameBy(each, merge, name)) return [[name, value]];
    const earlier = valueOf(merge.moved.before ?? {}, name);
    return earlier === null ? [] : [[name, earlier]];
  });
  return {
    identities: staying(each.moved.identities),
    merged: staying(each.moved.merged),
    filled: Object.fromEntries(filled) as Partial<Attributes>,
    ...(each.moved.before && { before: each.moved.before }),
    tags: (each.moved.tags ?? []).filter((tag) => !merge.moved.tags?.includes(tag)),
  };
}
