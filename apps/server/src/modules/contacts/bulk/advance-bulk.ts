import { createBinds, type Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { readFilterGround, type HigherConditions } from '../list/filter-ground.ts';
import { whereSql, type Asked } from '../list/where-sql.ts';
import { applyAction } from './apply-action.ts';
import { holdBulk, writeProgress, type Bulk } from './bulk-rows.ts';

/** So many change in one transaction. */
export const chunkSize = 2000;

/** Changes the next few thousand, or takes that back. False at the end. */
export async function advanceBulk(tx: Tx, higher: HigherConditions, bulkId: string): Promise<boolean> {
  const bulk = await holdBulk(tx, bulkId);
  if (bulk.state === 'undoing') return undoChunk(tx, bulk);
  return bulk.state === 'running' && applyChunk(tx, higher, bulk);
}

async function applyChunk(tx: Tx, higher: HigherConditions, bulk: Bulk): Promise<boolean> {
  const { bulkId, action, actor } = bulk;
  const contactIds = await nextIds(tx, higher, bulk);
  const changed = await applyAction(tx, { action, contactIds, actor });
  const canUndo = action.kind === 'add_tag' || action.kind === 'remove_tag';
  if (canUndo && changed.length > 0)
    await tx.sql(
      `insert into contact_bulk_chunks (workspace_id, bulk_id, chunk_id, contact_ids) values ($1, $2, $3, $4)`,
      [tx.workspaceId, bulkId, newId(tx.now), changed],
    );
  const isLast = contactIds.length < chunkSize;
  await writeProgress(tx, {
    ...bulk,
    seen: bulk.seen + contactIds.length,
    changed: bulk.changed + changed.length,
    cursor: contactIds.at(-1) ?? bulk.cursor,
    state: isLast ? 'done' : 'running',
  });
  return !isLast;
}

async function nextIds(tx: Tx, higher: HigherConditions, { selection, cursor }: Bulk): Promise<string[]> {
  if ('contactIds' in selection) {
    const ids = [...new Set(selection.contactIds)].sort();
    return ids.filter((id) => cursor === null || id > cursor).slice(0, chunkSize);
  }
  const rows = await tx.sql<{ contactId: string }>(
    ...(await everybodySql(tx, higher, selection.everybody, cursor)),
  );
  return rows.map(({ contactId }) => contactId);
}

async function everybodySql(
  tx: Tx,
  higher: HigherConditions,
  asked: Asked,
  cursor: string | null,
): Promise<[string, unknown[]]> {
  const { bind, values } = createBinds(tx.workspaceId);
  const where = whereSql(asked, { bind, contact: 'c', ...(await readFilterGround(tx, higher)) });
  const after = cursor === null ? '' : `and c.contact_id > ${bind(cursor, 'uuid')}`;
  const text = `select c.contact_id as "contactId" from contacts c where ${where} ${after} order by c.contact_id limit ${chunkSize}`;
  return [text, values];
}

async function undoChunk(tx: Tx, bulk: Bulk): Promise<boolean> {
  const { bulkId, action, actor } = bulk;
  const [chunk] = await tx.sql<{ contactIds: string[] }>(
    `delete from contact_bulk_chunks where workspace_id = $1 and bulk_id = $2 and chunk_id = (
       select chunk_id from contact_bulk_chunks where workspace_id = $1 and bulk_id = $2 order by chunk_id limit 1
     ) returning contact_ids as "contactIds"`,
    [tx.workspaceId, bulkId],
  );
  if (chunk === undefined) {
    await writeProgress(tx, { ...bulk, state: 'undone' });
    return false;
  }
  const opposite = action.kind === 'add_tag' ? 'remove_tag' : 'add_tag';
  if (action.kind === 'add_tag' || action.kind === 'remove_tag')
    await applyAction(tx, { action: { ...action, kind: opposite }, contactIds: chunk.contactIds, actor });
  await writeProgress(tx, { ...bulk, changed: Math.max(0, bulk.changed - chunk.contactIds.length) });
  return true;
}
