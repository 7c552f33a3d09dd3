import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** Tags to keep, to merge and to delete; a change of many contacts that ended, and one that runs. */
export async function plantLists(
  { database, clock }: TestApp,
  { workspaceId, word, ids }: Planting,
): Promise<void> {
  const now = clock.now();
  for (const name of ['kept', 'merged', 'removed']) {
    const tagId = (ids[`${name}TagId`] = newId(now));
    await database.asOwner(
      `insert into contact_tags (workspace_id, tag_id, name, color, created_at) values ($1, $2, $3, 'teal', $4)`,
      [workspaceId, tagId, `${word} ${name} tag`, now],
    );
  }
  for (const [name, state] of [
    ['kept', 'done'],
    ['running', 'running'],
  ]) {
    const bulkId = (ids[`${name}BulkId`] = newId(now));
    await database.asOwner(
      `insert into contact_bulks (workspace_id, bulk_id, action, selection, state, total, changed, actor_kind, actor_id, created_at)
       values ($1, $2, $3, $4, $5, 1, 1, 'user', $6, $7)`,
      [
        workspaceId,
        bulkId,
        JSON.stringify({ kind: 'add_tag', tagId: ids.keptTagId }),
        JSON.stringify({ everybody: { search: word } }),
        state,
        ids.ownerId,
        now,
      ],
    );
    await database.asOwner(
      `insert into contact_bulk_chunks (workspace_id, bulk_id, chunk_id, contact_ids) values ($1, $2, $3, $4)`,
      [workspaceId, bulkId, newId(now), [ids.spareContactId]],
    );
  }
}
