import type { ImportPlan } from '@trikon/contract';
import type { Tx } from '../../../../platform/db/index.ts';
import { listTags } from '../../tags/tags.ts';
import type { ImportParts } from '../import-parts.ts';
import type { ImportRow } from '../rows/read-row.ts';
import type { Applied } from './apply-rows.ts';
import { sortRows } from './sort-rows.ts';

/** What applying the rows would come to. Writes nothing. */
export async function previewRows(
  tx: Tx,
  parts: ImportParts,
  rows: readonly ImportRow[],
  plan: ImportPlan,
): Promise<Applied> {
  const known = rows.some(({ tags }) => tags.length > 0) ? await listTags(tx) : [];
  const ids = new Map(known.map(({ name, tagId }) => [name.toLowerCase(), tagId]));
  const tagged = rows.map((row) => ({
    ...row,
    // One that is not there yet stands for itself: whoever gets it changes.
    tagIds: [...plan.tagIds, ...row.tags.map((name) => ids.get(name.toLowerCase()) ?? name)],
  }));
  const { fresh, changed, unchanged, problems } = await sortRows(tx, parts.db, tagged, { plan, hold: false });
  return {
    created: [],
    createdCount: fresh.length,
    changed: changed.map(({ changes }) => changes),
    unchanged: unchanged.length,
    consents: [],
    consentsHeld: 0,
    problems,
  };
}
