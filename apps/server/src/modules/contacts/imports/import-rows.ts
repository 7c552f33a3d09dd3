import type { ImportCounts, ImportFailure, ImportPlan, ImportShape } from '@trikon/contract';
import type { Actor, Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { publishIn } from '../../../platform/events/index.ts';

export type ImportState =
  | 'draft'
  | 'checking'
  | 'checked'
  | 'running'
  | 'done'
  | 'stopped'
  | 'failed'
  | 'undoing'
  | 'undone';

export interface Import {
  importId: string;
  fileName: string;
  size: number;
  state: ImportState;
  failure: ImportFailure | null;
  shape: ImportShape;
  plan: ImportPlan;
  remembered: boolean;
  seen: number;
  total: number | null;
  counts: ImportCounts;
  actor: Actor;
  createdAt: Date;
  endedAt: Date | null;
  fileDeletedAt: Date | null;
}

export const noCounts: ImportCounts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  problems: {},
  consents: 0,
  consentsHeld: 0,
  deleted: 0,
  restored: 0,
  kept: 0,
};

export const importColumns = `import_id as "importId", file_name as "fileName", size::float8 as size, state, failure, shape, plan,
  remembered, seen, total, counts, json_build_object('kind', actor_kind, 'id', actor_id) as actor, created_at as "createdAt",
  ended_at as "endedAt", file_deleted_at as "fileDeletedAt"`;

/** Held: whoever works on it is alone. */
export const holdImport = (tx: Tx, importId: string): Promise<Import> => read(tx, importId, 'for update');
export const readImport = (tx: Tx, importId: string): Promise<Import> => read(tx, importId, '');

async function read(tx: Tx, importId: string, lock: string): Promise<Import> {
  const [found] = await tx.sql<Import>(
    `select ${importColumns} from contact_imports where workspace_id = $1 and import_id = $2 ${lock}`,
    [tx.workspaceId, importId],
  );
  if (found === undefined) throw notFound('import');
  return found;
}

type NewImport = Pick<Import, 'importId' | 'fileName' | 'size' | 'shape' | 'plan' | 'remembered'>;

export async function insertImport(tx: Tx, given: NewImport): Promise<void> {
  const { importId, fileName, size, shape, plan, remembered } = given;
  await tx.sql(
    `insert into contact_imports (workspace_id, import_id, file_name, size, state, shape, plan, remembered, counts,
       actor_kind, actor_id, created_at)
     values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.workspaceId,
      importId,
      fileName,
      size,
      JSON.stringify(shape),
      JSON.stringify(plan),
      remembered,
      JSON.stringify(noCounts),
      tx.actor.kind,
      tx.actor.id,
      tx.now,
    ],
  );
}

const isOver = (state: ImportState): boolean => ['done', 'stopped', 'failed', 'undone'].includes(state);

/** Tells how far it is, in the name of who began it. */
export async function writeImport(tx: Tx, changed: Import): Promise<void> {
  const { importId, fileName, state, failure, plan, seen, total, counts, actor } = changed;
  await tx.sql(
    `update contact_imports set state = $3, failure = $4, plan = $5, seen = $6, total = $7, counts = $8, ended_at = $9,
       remembered = $10
     where workspace_id = $1 and import_id = $2`,
    [
      tx.workspaceId,
      importId,
      state,
      failure,
      JSON.stringify(plan),
      seen,
      total,
      JSON.stringify(counts),
      isOver(state) ? tx.now : null,
      changed.remembered,
    ],
  );
  const data = { importId, fileName, state, seen, total };
  await publishIn({ ...tx, actor }, [{ type: 'contact_import.advanced', workspaceId: tx.workspaceId, data }]);
}
