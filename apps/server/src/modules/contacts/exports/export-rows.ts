import type { BulkSelection } from '@trikon/contract';
import type { Actor, Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { publishIn } from '../../../platform/events/index.ts';

export interface Export {
  exportId: string;
  selection: BulkSelection;
  columns: string[];
  state: 'running' | 'done' | 'failed' | 'expired';
  total: number;
  done: number;
  size: number | null;
  actor: Actor;
  createdAt: Date;
  endsAt: Date;
}

export const exportDays = 7;

export const exportSelectColumns = `export_id as "exportId", selection, columns, state, total, done, size::float8 as size,
  json_build_object('kind', actor_kind, 'id', actor_id) as actor, created_at as "createdAt",
  created_at + interval '${exportDays} days' as "endsAt"`;

export async function readExport(tx: Tx, exportId: string): Promise<Export> {
  const [found] = await tx.sql<Export>(
    `select ${exportSelectColumns} from contact_exports where workspace_id = $1 and export_id = $2`,
    [tx.workspaceId, exportId],
  );
  if (found === undefined) throw notFound('export');
  return found;
}

/** Who took what out is in the history, in the name of who asked. */
export async function tellExport(
  tx: Tx,
  {
    exportId,
    state,
    columns,
    total,
    done,
    actor,
  }: Omit<Export, 'selection' | 'size' | 'createdAt' | 'endsAt'>,
): Promise<void> {
  await publishIn({ ...tx, actor }, [
    {
      type: 'contact_export.advanced',
      workspaceId: tx.workspaceId,
      data: { exportId, state, columns, total, done },
    },
  ]);
}
