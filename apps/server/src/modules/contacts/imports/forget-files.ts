import { z } from 'zod';
import { defineSystemTask } from '../../../platform/jobs/index.ts';
import { exportDays } from '../exports/export-rows.ts';
import { exportFileKey } from '../exports/write-export.ts';
import { importFileKey } from './advance.ts';
import type { ImportParts } from './import-parts.ts';

const atOnce = 500;
const importDays = 30;

/** Files are full of people: they are kept while somebody may still need them. */
export const forgetFilesTask = defineSystemTask({
  name: 'contacts.forget-files',
  input: z.object({}),
  schedule: '35 3 * * *',
  run: async ({ acrossWorkspaces }, { imports: { storage } }: { imports: ImportParts }) => {
    const old = await acrossWorkspaces((tx) =>
      tx.sql<{ workspaceId: string; id: string; isExport: boolean }>(
        `(select workspace_id as "workspaceId", import_id as id, false as "isExport" from contact_imports
          where file_deleted_at is null and created_at < $1::timestamptz - interval '${importDays} days'
            and state not in ('running', 'undoing') order by created_at limit ${atOnce})
         union all
         (select workspace_id, export_id, true from contact_exports
          where state in ('running', 'done') and created_at < $1::timestamptz - interval '${exportDays} days'
          order by created_at limit ${atOnce})`,
        [tx.now],
      ),
    );
    for (const { workspaceId, id, isExport } of old)
      await storage.delete(isExport ? exportFileKey(workspaceId, id) : importFileKey(workspaceId, id));
    const idsOf = (ofExports: boolean): string[] =>
      old.filter(({ isExport }) => isExport === ofExports).map(({ id }) => id);
    await acrossWorkspaces(async (tx) => {
      await tx.sql(`update contact_imports set file_deleted_at = $2 where import_id = any($1::uuid[])`, [
        idsOf(false),
        tx.now,
      ]);
      await tx.sql(`update contact_exports set state = 'expired' where export_id = any($1::uuid[])`, [
        idsOf(true),
      ]);
    });
  },
});
