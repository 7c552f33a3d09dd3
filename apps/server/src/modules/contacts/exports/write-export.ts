import { z } from 'zod';
import { createBinds, type Tx } from '../../../platform/db/index.ts';
import { defineTask } from '../../../platform/jobs/index.ts';
import { objectKey } from '../../../platform/storage/index.ts';
import type { ImportParts } from '../imports/import-parts.ts';
import { readFilterGround, type HigherConditions } from '../list/filter-ground.ts';
import { whereSql } from '../list/where-sql.ts';
import { readContacts, type Contact } from '../read.ts';
import { byteOrderMark, csvLine } from './csv-line.ts';
import { cellsIn, readExportGround } from './export-cells.ts';
import { readExport, tellExport, type Export } from './export-rows.ts';

export const exportFileKey = (workspaceId: string, exportId: string) =>
  objectKey(workspaceId, 'exports', exportId);

const pageSize = 2000;

interface TaskParts {
  imports: ImportParts;
  contactConditions: HigherConditions;
}

interface Job {
  workspaceId: string;
  inWorkspace: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  signal: AbortSignal;
}

/** Writes the file from its beginning; one that was interrupted never becomes visible. */
export const writeExportTask = defineTask({
  name: 'contacts.write-export',
  input: z.object({ exportId: z.uuid() }),
  maxAttempts: 5,
  run: async ({ input: { exportId }, attempt, maxAttempts, ...job }, parts: TaskParts) => {
    const asked = await job.inWorkspace((tx) => readExport(tx, exportId));
    if (asked.state !== 'running') return;
    try {
      const lines = linesOf(job, parts.contactConditions, asked);
      const key = exportFileKey(job.workspaceId, exportId);
      const { size } = await parts.imports.storage.put(key, lines, { contentType: 'text/csv' });
      await job.inWorkspace((tx) => end(tx, asked, { state: 'done', size }));
    } catch (error) {
      if (attempt >= maxAttempts)
        await job.inWorkspace((tx) => end(tx, asked, { state: 'failed', size: null }));
      throw error;
    }
  },
});

async function* linesOf(job: Job, higher: HigherConditions, asked: Export): AsyncGenerator<Buffer> {
  const { columns, exportId } = asked;
  const ground = await job.inWorkspace((tx) => readExportGround(tx, columns));
  yield Buffer.from(byteOrderMark + csvLine(ground.header));
  let done = 0;
  for (let after: string | null = null, more = true; more;) {
    job.signal.throwIfAborted();
    const page: Contact[] = await job.inWorkspace((tx) => readPage(tx, higher, { asked, after }));
    yield Buffer.from(page.map((contact) => csvLine(cellsIn(contact, columns, ground))).join(''));
    after = page.at(-1)?.contactId ?? null;
    more = page.length === pageSize;
    done += page.length;
    await job.inWorkspace((tx) => advance(tx, { ...asked, exportId, done }));
  }
}

async function readPage(
  tx: Tx,
  higher: HigherConditions,
  { asked: { selection }, after }: { asked: Export; after: string | null },
): Promise<Contact[]> {
  const { bind, values } = createBinds(tx.workspaceId);
  const meant =
    'contactIds' in selection
      ? `c.workspace_id = $1 and c.merged_into is null and c.contact_id = any(${bind(selection.contactIds, 'uuid[]')})`
      : whereSql(selection.everybody, { bind, contact: 'c', ...(await readFilterGround(tx, higher)) });
  const behind = after === null ? '' : `and c.contact_id > ${bind(after, 'uuid')}`;
  const rows = await tx.sql<{ contactId: string }>(
    `select c.contact_id as "contactId" from contacts c where ${meant} ${behind} order by c.contact_id limit ${pageSize}`,
    values,
  );
  const ids = rows.map(({ contactId }) => contactId);
  const contacts = await readContacts(tx, ids);
  return ids.flatMap((id) => contacts.get(id) ?? []);
}

async function advance(tx: Tx, asked: Export): Promise<void> {
  await tx.sql(`update contact_exports set done = $3 where workspace_id = $1 and export_id = $2`, [
    tx.workspaceId,
    asked.exportId,
    asked.done,
  ]);
  await tellExport(tx, asked);
}

async function end(
  tx: Tx,
  asked: Export,
  { state, size }: { state: 'done' | 'failed'; size: number | null },
): Promise<void> {
  const [row] = await tx.sql<{ done: number }>(
    `update contact_exports set state = $3, size = $4, ended_at = $5 where workspace_id = $1 and export_id = $2
     returning done`,
    [tx.workspaceId, asked.exportId, state, size, tx.now],
  );
  await tellExport(tx, { ...asked, state, done: row?.done ?? 0 });
}
