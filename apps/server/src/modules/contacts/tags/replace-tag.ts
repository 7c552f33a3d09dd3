import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { defineTask, enqueue } from '../../../platform/jobs/index.ts';

interface Replacing {
  fromId: string;
  /** Null: it is taken away. */
  intoId: string | null;
  /** The last contact that was changed, in the order of their ids; null before the first. */
  after: string | null;
}

const atOnce = 2000;

/** The tag itself is gone already. A few thousand contacts change with it, the rest in the background. */
export async function replaceTag(tx: Tx, tags: Pick<Replacing, 'fromId' | 'intoId'>): Promise<void> {
  const after = await replaceSome(tx, { ...tags, after: null });
  if (after !== null) await enqueue(tx, replaceTagTask, { ...tags, after });
}

export const replaceTagTask = defineTask({
  name: 'contacts.replace-tag',
  input: z.object({ fromId: z.uuid(), intoId: z.uuid().nullable(), after: z.uuid().nullable() }),
  run: async ({ input, inWorkspace, signal }) => {
    for (let after = input.after; ;) {
      signal.throwIfAborted();
      const given = { ...input, after };
      after = await inWorkspace((tx) => replaceSome(tx, given));
      if (after === null) return;
    }
  },
});

/** Says where to go on; null at the end. Merged ones change too, since a merge may be undone. */
async function replaceSome(tx: Tx, { fromId, intoId, after }: Replacing): Promise<string | null> {
  const rows = await tx.sql<{ contactId: string }>(
    `with page as (
       select contact_id from contacts
       where workspace_id = $1 and $2::uuid = any(tags) and ($5::uuid is null or contact_id > $5)
       order by contact_id limit ${atOnce} for no key update
     )
     update contacts contact set updated_at = $4, tags = case
       when $3::uuid is null or $3 = any(tags) then array_remove(tags, $2) else array_replace(tags, $2, $3) end
     from page where contact.workspace_id = $1 and contact.contact_id = page.contact_id
     returning contact.contact_id as "contactId"`,
    [tx.workspaceId, fromId, intoId, tx.now, after],
  );
  const ids = rows.map(({ contactId }) => contactId).sort();
  return ids.length === atOnce ? ids.at(-1)! : null;
}
