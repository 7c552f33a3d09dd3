import type { BulkSelection, Permission } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { nameActors } from '../actors.ts';
import { fileLink } from '../imports/file-links.ts';
import type { ImportParts } from '../imports/import-parts.ts';
import { countSelected } from '../list/count-selected.ts';
import type { HigherConditions } from '../list/filter-ground.ts';
import { refuseHiddenConditions } from '../list/find-contacts.ts';
import { exportSelectColumns, readExport, tellExport, type Export } from './export-rows.ts';
import { writeExportTask } from './write-export.ts';

interface Start {
  selection: BulkSelection;
  columns: string[];
  permissions: ReadonlySet<Permission>;
}

export async function startExport(
  tx: Tx,
  { parts, higher }: { parts: ImportParts; higher: HigherConditions },
  { selection, columns, permissions }: Start,
) {
  if ('everybody' in selection) refuseHiddenConditions(selection.everybody.filter, permissions);
  const exportId = newId(tx.now);
  const total = await countSelected(tx, higher, selection);
  await tx.sql(
    `insert into contact_exports (workspace_id, export_id, selection, columns, state, total, actor_kind, actor_id, created_at)
     values ($1, $2, $3, $4, 'running', $5, $6, $7, $8)`,
    [
      tx.workspaceId,
      exportId,
      JSON.stringify(selection),
      [...new Set(columns)],
      total,
      tx.actor.kind,
      tx.actor.id,
      tx.now,
    ],
  );
  await tellExport(tx, { exportId, state: 'running', columns, total, done: 0, actor: tx.actor });
  await enqueue(tx, writeExportTask, { exportId });
  return getExport(tx, parts, exportId);
}

export async function getExport(tx: Tx, parts: ImportParts, exportId: string) {
  const [shown] = await showExports(tx, parts, [await readExport(tx, exportId)]);
  return shown!;
}

export async function listExports(
  tx: Tx,
  parts: ImportParts,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const [at, id] = decodeCursor(cursor, ['time', 'uuid']) ?? [null, null];
  const rows = await tx.sql<Export>(
    `select ${exportSelectColumns} from contact_exports
     where workspace_id = $1 and ($2::timestamptz is null or (created_at, export_id) < ($2, $3::uuid))
     order by created_at desc, export_id desc limit $4`,
    [tx.workspaceId, at, id, limit + 1],
  );
  const page = pageOf(rows, limit, ({ createdAt, exportId }) => [createdAt.toISOString(), exportId]);
  return { ...page, items: await showExports(tx, parts, page.items) };
}

async function showExports(tx: Tx, { links }: ImportParts, rows: readonly Export[]) {
  const named = await nameActors(
    tx,
    rows.map(({ actor }) => actor),
  );
  const { workspaceId } = tx;
  return rows.map((row) => ({
    ...row,
    by: named(row.actor).name,
    link:
      row.state === 'done' && row.endsAt > tx.now
        ? fileLink(links, { workspaceId, kind: 'export', id: row.exportId }, tx.now)
        : null,
  }));
}
