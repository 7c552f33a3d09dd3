import type { BulkAction, BulkSelection, Permission } from '@trikon/contract';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { defineTask, enqueue } from '../../../platform/jobs/index.ts';
import { readWrittenValues } from '../fields/written-values.ts';
import { countSelected } from '../list/count-selected.ts';
import type { HigherConditions } from '../list/filter-ground.ts';
import { refuseHiddenConditions } from '../list/find-contacts.ts';
import { readTag } from '../tags/tags.ts';
import { advanceBulk, chunkSize } from './advance-bulk.ts';
import { holdBulk, insertBulk, readBulk, writeProgress, type Bulk } from './bulk-rows.ts';

interface Start {
  selection: BulkSelection;
  action: BulkAction;
  permissions: ReadonlySet<Permission>;
}

interface TaskParts {
  contactConditions: HigherConditions;
}

export async function startBulk(
  tx: Tx,
  higher: HigherConditions,
  { selection, action, permissions }: Start,
): Promise<Bulk> {
  if ('everybody' in selection) refuseHiddenConditions(selection.everybody.filter, permissions);
  await forgetOldOnes(tx);
  const checked = await checkAction(tx, action);
  const bulkId = newId(tx.now);
  const total = await countSelected(tx, higher, selection);
  await insertBulk(tx, { bulkId, action: checked, selection, total });
  await advanceNowOrLater(tx, higher, { bulkId, many: total });
  return readBulk(tx, bulkId);
}

export async function stopBulk(tx: Tx, bulkId: string): Promise<Bulk> {
  const bulk = await holdBulk(tx, bulkId);
  if (bulk.state !== 'running') throw new Refusal('conflict', 'This change has ended already.');
  await writeProgress(tx, { ...bulk, state: 'stopped' });
  return readBulk(tx, bulkId);
}

export async function undoBulk(tx: Tx, higher: HigherConditions, bulkId: string): Promise<Bulk> {
  const bulk = await holdBulk(tx, bulkId);
  if (!bulk.canUndo)
    throw new Refusal(
      'conflict',
      'Only tags that were added or removed in the last 30 days can be taken back, once.',
    );
  // A deleted tag cannot be given back.
  if (bulk.action.kind === 'remove_tag') await readTag(tx, bulk.action.tagId);
  await writeProgress(tx, { ...bulk, state: 'undoing' });
  await advanceNowOrLater(tx, higher, { bulkId, many: bulk.changed });
  return readBulk(tx, bulkId);
}

export const advanceBulkTask = defineTask({
  name: 'contacts.advance-bulk',
  input: z.object({ bulkId: z.uuid() }),
  run: async ({ input, inWorkspace, signal }, { contactConditions }: TaskParts) => {
    for (let more = true; more;) {
      signal.throwIfAborted();
      more = await inWorkspace((tx) => advanceBulk(tx, contactConditions, input.bulkId));
    }
  },
});

/** A few thousand fit into the request that asks for them. */
async function advanceNowOrLater(
  tx: Tx,
  higher: HigherConditions,
  { bulkId, many }: { bulkId: string; many: number },
): Promise<void> {
  if (many > chunkSize) return enqueue(tx, advanceBulkTask, { bulkId });
  while (await advanceBulk(tx, higher, bulkId));
}

/** What it would do, in the form in which values are kept. */
async function checkAction(tx: Tx, action: BulkAction): Promise<BulkAction> {
  if (action.kind === 'add_tag' || action.kind === 'remove_tag') {
    await readTag(tx, action.tagId);
    return action;
  }
  if (action.kind === 'set_field') {
    const values = await readWrittenValues(tx, { [action.key]: action.value });
    return { ...action, value: values[action.key] ?? null };
  }
  if (action.ownerId === null) return action;
  const [member] = await tx.sql('select user_id from members where workspace_id = $1 and user_id = $2', [
    tx.workspaceId,
    action.ownerId,
  ]);
  if (member === undefined)
    throw invalidField(
      'action.ownerId',
      'not_a_member',
      'Only a member of this workspace can look after contacts.',
    );
  return action;
}

/** Ids of a million contacts are 16 MB: kept as long as somebody may want to undo. */
const forgetOldOnes = (tx: Tx): Promise<unknown> =>
  tx.sql(
    `delete from contact_bulk_chunks chunk using contact_bulks bulk
     where bulk.workspace_id = $1 and bulk.created_at < $2::timestamptz - interval '30 days' and bulk.state <> 'running'
       and chunk.workspace_id = $1 and chunk.bulk_id = bulk.bulk_id`,
    [tx.workspaceId, tx.now],
  );
