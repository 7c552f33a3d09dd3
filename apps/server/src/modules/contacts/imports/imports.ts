import type { ImportPlan, Permission } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { nameActors } from '../actors.ts';
import { advanceImportTask, importFileKey } from './advance.ts';
import { readGround } from './apply/ground.ts';
import { forgetChunks } from './chunks.ts';
import { fileLink } from './file-links.ts';
import type { ImportParts } from './import-parts.ts';
import {
  holdImport,
  importColumns,
  noCounts,
  readImport,
  writeImport,
  type Import,
  type ImportState,
} from './import-rows.ts';
import { keepPlan } from './plans.ts';

export async function getImport(tx: Tx, { links }: ImportParts, importId: string) {
  const found = await readImport(tx, importId);
  const [shown] = await withNames(tx, [found]);
  const hasProblems = Object.keys(found.counts.problems).length > 0;
  const file = { workspaceId: tx.workspaceId, kind: 'problems' as const, id: importId };
  return {
    ...found,
    ...shown!,
    problemsLink: hasProblems && found.fileDeletedAt === null ? fileLink(links, file, tx.now) : null,
  };
}

export async function listImports(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const [at, id] = decodeCursor(cursor, ['time', 'uuid']) ?? [null, null];
  const rows = await tx.sql<Import>(
    `select ${importColumns} from contact_imports
     where workspace_id = $1 and ($2::timestamptz is null or (created_at, import_id) < ($2, $3::uuid))
     order by created_at desc, import_id desc limit $4`,
    [tx.workspaceId, at, id, limit + 1],
  );
  const page = pageOf(rows, limit, ({ createdAt, importId }) => [createdAt.toISOString(), importId]);
  return { ...page, items: await withNames(tx, page.items) };
}

async function withNames(tx: Tx, rows: readonly Import[]) {
  const named = await nameActors(
    tx,
    rows.map(({ actor }) => actor),
  );
  const ids = rows.map(({ importId }) => importId);
  const undoable = await tx.sql<{ importId: string }>(
    `select distinct import_id as "importId" from contact_import_chunks
     where workspace_id = $1 and import_id = any($2::uuid[]) and undone_at is null
       and (created <> '{}' or changed <> '[]' or consents <> '[]')`,
    [tx.workspaceId, ids],
  );
  const canUndo = new Set(undoable.map(({ importId }) => importId));
  return rows.map((row) => ({
    ...row,
    by: named(row.actor).name,
    canUndo: undoableStates.has(row.state) && canUndo.has(row.importId),
  }));
}

const undoableStates: ReadonlySet<ImportState> = new Set(['done', 'stopped', 'failed']);

interface Checking {
  importId: string;
  plan: ImportPlan;
  permissions: ReadonlySet<Permission>;
}

/** Counts in the background what the plan would come to. A check that still goes on is begun anew. */
export async function checkImport(
  tx: Tx,
  parts: ImportParts,
  { importId, plan, permissions }: Checking,
): Promise<void> {
  const now = await holdImport(tx, importId);
  if (!['draft', 'checking', 'checked'].includes(now.state))
    throw new Refusal('conflict', 'This file has been imported already. Upload it again to import it anew.');
  await refuseBadPlan(tx, parts, { plan, width: widthOf(now), permissions });
  await forgetChunks(tx, importId);
  await keepPlan(tx, now.shape, plan);
  await writeImport(tx, { ...now, plan, state: 'checking', seen: 0, total: null, counts: noCounts });
  await enqueue(tx, advanceImportTask, { importId });
}

const widthOf = ({ shape }: Import): number => Math.max(...shape.rows.map(({ length }) => length));

async function refuseBadPlan(
  tx: Tx,
  parts: ImportParts,
  { plan, width, permissions }: { plan: ImportPlan; width: number; permissions: ReadonlySet<Permission> },
): Promise<void> {
  const targets = plan.columns.filter((target) => target !== null);
  if (plan.columns.length !== width)
    throw invalidField('plan.columns', 'other_width', `The file has ${width} columns.`);
  if (new Set(targets.map((target) => JSON.stringify(target))).size < targets.length)
    throw invalidField(
      'plan.columns',
      'twice',
      'Two columns are meant to be the same. Leave one of them out.',
    );
  const has = (kind: string, key?: string): boolean =>
    targets.some(
      (target) => target.kind === kind && (key === undefined || (target as { key?: string }).key === key),
    );
  if (plan.key.kind === 'field' ? !has('field', plan.key.key) : !has(plan.key.kind))
    throw invalidField('plan.key', 'no_column', 'No column has what contacts are to be recognised by.');
  const { fields } = await readGround(tx);
  for (const target of targets)
    if (target.kind === 'field' && !fields.has(target.key))
      throw invalidField(
        'plan.columns',
        'unknown_field',
        `There is no field ${target.key} in this workspace.`,
      );
  const purposes = targets.flatMap((target) => (target.kind === 'consent' ? target.purpose : []));
  if (purposes.length === 0) return;
  if (!permissions.has('consent.manage'))
    throw new Refusal('forbidden', 'Importing consent needs the permission consent.manage.');
  if (plan.wording === null)
    throw invalidField('plan.wording', 'missing', 'Write the exact words to which these people agreed.');
  for (const purpose of purposes)
    if (!(await parts.isOfferedPurpose(tx, purpose)))
      throw invalidField(
        'plan.columns',
        'unknown_purpose',
        `There is no purpose ${purpose} in this workspace.`,
      );
}

export async function startImport(tx: Tx, importId: string): Promise<void> {
  const now = await holdImport(tx, importId);
  if (now.state !== 'checked')
    throw new Refusal('conflict', 'Check first what importing this file would do; then start once.');
  await forgetChunks(tx, importId);
  await writeImport(tx, { ...now, state: 'running', seen: 0, counts: noCounts });
  await enqueue(tx, advanceImportTask, { importId });
}

export async function stopImport(tx: Tx, importId: string): Promise<void> {
  const now = await holdImport(tx, importId);
  if (now.state !== 'running') throw new Refusal('conflict', 'This import does not run.');
  await writeImport(tx, { ...now, state: 'stopped' });
}

export async function undoImport(tx: Tx, importId: string): Promise<void> {
  const now = await holdImport(tx, importId);
  const [shown] = await withNames(tx, [now]);
  if (!shown!.canUndo)
    throw new Refusal('conflict', 'There is nothing of this import that can be taken back.');
  await writeImport(tx, { ...now, state: 'undoing' });
  await enqueue(tx, advanceImportTask, { importId });
}

/** Only of a file that did nothing: what an import did is history. */
export async function discardImport(tx: Tx, { storage }: ImportParts, importId: string): Promise<void> {
  const now = await holdImport(tx, importId);
  if (!['draft', 'checking', 'checked'].includes(now.state))
    throw new Refusal('conflict', 'This file was imported. It is deleted by itself after 30 days.');
  await tx.sql(`delete from contact_imports where workspace_id = $1 and import_id = $2`, [
    tx.workspaceId,
    importId,
  ]);
  const { workspaceId } = tx;
  // A file whose deletion fails here has no row any more that leads to it.
  tx.onCommit(() => void storage.delete(importFileKey(workspaceId, importId)).catch(() => {}));
}
