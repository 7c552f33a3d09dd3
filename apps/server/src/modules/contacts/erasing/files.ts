import type { SystemTx } from '../../../platform/db/index.ts';
import {
  countErased,
  eraserIn,
  namesThem,
  StillUnderWay,
  type ErasedPerson,
  type Eraser,
} from '../../../platform/erasing/index.ts';
import { exportFileKey } from '../exports/write-export.ts';
import { importFileKey } from '../imports/advance.ts';

/** Nobody can take one person out of a file of thousands, and it is a copy for a short time: all of them go. */
const files: Eraser = {
  name: 'contacts.files',
  tables: ['contact_imports', 'contact_exports'],
  async ready({ inSystem }, person) {
    await inSystem((tx) => refuseRunning(tx, person));
  },
  async erase({ inSystem, storage }, { workspaceId, ...person }) {
    const old = await inSystem((tx) => findFiles(tx, workspaceId));
    for (const { id, isExport } of old)
      await storage.delete(isExport ? exportFileKey(workspaceId, id) : importFileKey(workspaceId, id));
    await inSystem((tx) => markDeleted(tx, { workspaceId, ...person }));
    return { files: old.length };
  },
};

async function refuseRunning(tx: SystemTx, { workspaceId }: ErasedPerson): Promise<void> {
  const running = await tx.sql(
    `select from contact_imports where workspace_id = $1 and state in ('checking', 'running', 'undoing')
     union all select from contact_exports where workspace_id = $1 and state = 'running' limit 1`,
    [workspaceId],
  );
  if (running.length > 0) throw new StillUnderWay('An import or export is under way.');
}

const findFiles = (tx: SystemTx, workspaceId: string): Promise<{ id: string; isExport: boolean }[]> =>
  tx.sql(
    `select import_id as id, false as "isExport" from contact_imports where workspace_id = $1 and file_deleted_at is null
       and state not in ('checking', 'running', 'undoing')
     union all select export_id, true from contact_exports where workspace_id = $1 and state = 'done'`,
    [workspaceId],
  );

/** An import whose file is gone cannot begin any more; the first rows of it stood beside. */
async function markDeleted(tx: SystemTx, person: ErasedPerson): Promise<void> {
  await countErased(
    tx,
    person,
    `update contact_imports set file_deleted_at = coalesce(file_deleted_at, $4),
       shape = jsonb_set(shape, '{rows}', coalesce(jsonb_path_query_array(shape, '$.rows[0]'), '[]')),
       state = case when state in ('draft', 'checked') then 'stopped' else state end,
       ended_at = case when state in ('draft', 'checked') then $4 else ended_at end
     where workspace_id = $1 and state not in ('checking', 'running', 'undoing') returning 1`,
  );
  await countErased(
    tx,
    person,
    `update contact_exports set state = case when state = 'done' then 'expired' else state end,
       selection = case when ${namesThem('selection::text')} then '{"contactIds": []}' else selection end
     where workspace_id = $1 and state <> 'running' returning 1`,
  );
}

/** What an import did to them, by which it would be taken back. */
const rows = eraserIn(
  'contacts.import-rows',
  ['contact_import_chunks', 'contact_import_plans'],
  async (tx, person) => {
    const without = (column: string): string => `coalesce((
    select jsonb_agg(each) from jsonb_array_elements(chunk.${column}) as each
    where not each ->> 'contactId' = any($2::uuid[]::text[])), '[]')`;
    return {
      contact_import_chunks: await countErased(
        tx,
        person,
        `update contact_import_chunks chunk set changed = ${without('changed')}, consents = ${without('consents')},
         created = array(select id from unnest(chunk.created) as id where not id = any($2))
       where workspace_id = $1 and (created && $2 or exists (
         select from unnest($2) as id where strpos(changed::text || consents::text, id::text) > 0)) returning 1`,
      ),
    };
  },
);

export const fileErasers: readonly Eraser[] = [files, rows];
