import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Attributes } from './mergeable.ts';
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
  await emptyGaps(tx, merge, later);
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

const fillable = ['name', 'profile_name', 'username', 'country', 'language', 'time_zone', 'blocked_at'];

/** Where a gap was filled and the filling is still there it opens again, all along the way that it went. */
async function emptyGaps(tx: Tx, merge: MergeRow, later: readonly MergeRow[]): Promise<void> {
  const { filled } = merge.moved;
  const rows = [merge, ...later].map((each) => ({
    contact_id: each.intoId,
    filled: Object.fromEntries(
      Object.entries(filled).filter(([name, value]) => each.moved.filled[name as keyof Attributes] === value),
    ),
  }));
  const emptied = fillable.map(
    (name) => `${name} = case when to_jsonb(${name}) = filled -> '${name}' then null else ${name} end`,
  );
  await tx.sql(
    `update contacts contact set ${emptied.join(', ')}
     from jsonb_to_recordset($2::jsonb) as row (contact_id uuid, filled jsonb)
     where contact.workspace_id = $1 and contact.contact_id = row.contact_id`,
    [tx.workspaceId, JSON.stringify(rows)],
  );
}

async function forget(
  tx: Tx,
  { mergeId, fromId, moved }: MergeRow,
  later: readonly MergeRow[],
): Promise<void> {
  const gone = new Set([fromId, ...moved.merged, ...moved.identities]);
  const staying = (ids: string[]): string[] => ids.filter((id) => !gone.has(id));
  const rows = later.map((each) => ({
    merge_id: each.mergeId,
    moved: {
      identities: staying(each.moved.identities),
      merged: staying(each.moved.merged),
      filled: Object.fromEntries(
        Object.entries(each.moved.filled).filter(
          ([name, value]) => moved.filled[name as keyof Attributes] !== value,
        ),
      ),
    },
  }));
  await tx.sql(
    `with undone as (
       update contact_merges set undone_at = $3 where workspace_id = $1 and merge_id = $2
     )
     update contact_merges merge set moved = row.moved
     from jsonb_to_recordset($4::jsonb) as row (merge_id uuid, moved jsonb)
     where merge.workspace_id = $1 and merge.merge_id = row.merge_id`,
    [tx.workspaceId, mergeId, tx.now, JSON.stringify(rows)],
  );
}
