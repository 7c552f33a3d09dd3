import type { Tx } from '../../../platform/db/index.ts';
import type { Applied } from './apply/apply-rows.ts';
import type { AppliedChunk } from './apply/undo-rows.ts';
import type { RowProblem } from './rows/read-row.ts';

type Chunk = Pick<Applied, 'created' | 'changed' | 'consents' | 'problems'>;

export async function keepChunk(
  tx: Tx,
  importId: string,
  { firstRow, created, changed, consents, problems }: Chunk & { firstRow: number },
): Promise<void> {
  if (created.length + changed.length + consents.length + problems.length === 0) return;
  await tx.sql(
    `insert into contact_import_chunks (workspace_id, import_id, first_row, created, changed, consents, problems, applied_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.workspaceId,
      importId,
      firstRow,
      created,
      JSON.stringify(changed),
      JSON.stringify(consents),
      JSON.stringify(problems),
      tx.now,
    ],
  );
}

/** Of a check: the import writes its own. */
export const forgetChunks = (tx: Tx, importId: string): Promise<unknown> =>
  tx.sql(`delete from contact_import_chunks where workspace_id = $1 and import_id = $2`, [
    tx.workspaceId,
    importId,
  ]);

interface StoredChunk extends AppliedChunk {
  firstRow: number;
}

/** The last that is not taken back yet. */
export async function lastChunk(tx: Tx, importId: string): Promise<StoredChunk | undefined> {
  const [chunk] = await tx.sql<StoredChunk>(
    `select first_row as "firstRow", created, changed, consents, applied_at as "appliedAt" from contact_import_chunks
     where workspace_id = $1 and import_id = $2 and undone_at is null order by first_row desc limit 1`,
    [tx.workspaceId, importId],
  );
  return chunk;
}

export const markUndone = (tx: Tx, importId: string, firstRow: number): Promise<unknown> =>
  tx.sql(
    `update contact_import_chunks set undone_at = $4 where workspace_id = $1 and import_id = $2 and first_row = $3`,
    [tx.workspaceId, importId, firstRow, tx.now],
  );

/** In the order of the file, a chunk's at a time. */
export async function problemsAfter(
  tx: Tx,
  importId: string,
  after: number,
): Promise<{ firstRow: number; problems: RowProblem[] } | undefined> {
  const [chunk] = await tx.sql<{ firstRow: number; problems: RowProblem[] }>(
    `select first_row as "firstRow", problems from contact_import_chunks
     where workspace_id = $1 and import_id = $2 and first_row > $3 and problems <> '[]' order by first_row limit 1`,
    [tx.workspaceId, importId, after],
  );
  return chunk;
}
