import type { BulkAction, BulkSelection } from '@trikon/contract';
import type { Actor, Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { publishIn } from '../../../platform/events/index.ts';

type BulkState = 'running' | 'done' | 'stopped' | 'undoing' | 'undone';

export interface Bulk {
  bulkId: string;
  action: BulkAction;
  selection: BulkSelection;
  state: BulkState;
  total: number;
  seen: number;
  changed: number;
  cursor: string | null;
  actor: Actor;
  canUndo: boolean;
  createdAt: Date;
  endedAt: Date | null;
}

const columns = `bulk_id as "bulkId", action, selection, state, total, seen, changed, cursor,
  json_build_object('kind', actor_kind, 'id', actor_id) as actor, created_at as "createdAt", ended_at as "endedAt",
  state in ('done', 'stopped') and exists (select from contact_bulk_chunks chunk
    where chunk.workspace_id = bulk.workspace_id and chunk.bulk_id = bulk.bulk_id) as "canUndo"`;

/** Held: whoever works on it is alone. */
export const holdBulk = (tx: Tx, bulkId: string): Promise<Bulk> => read(tx, bulkId, 'for update');
export const readBulk = (tx: Tx, bulkId: string): Promise<Bulk> => read(tx, bulkId, '');

async function read(tx: Tx, bulkId: string, lock: string): Promise<Bulk> {
  const [bulk] = await tx.sql<Bulk>(
    `select ${columns} from contact_bulks bulk where workspace_id = $1 and bulk_id = $2 ${lock}`,
    [tx.workspaceId, bulkId],
  );
  if (bulk === undefined) throw notFound('change of many contacts');
  return bulk;
}

export async function insertBulk(
  tx: Tx,
  bulk: Pick<Bulk, 'bulkId' | 'action' | 'selection' | 'total'>,
): Promise<void> {
  await tx.sql(
    `insert into contact_bulks (workspace_id, bulk_id, action, selection, state, total, actor_kind, actor_id, created_at)
     values ($1, $2, $3, $4, 'running', $5, $6, $7, $8)`,
    [
      tx.workspaceId,
      bulk.bulkId,
      JSON.stringify(bulk.action),
      JSON.stringify(bulk.selection),
      bulk.total,
      tx.actor.kind,
      tx.actor.id,
      tx.now,
    ],
  );
}

type Progress = Pick<Bulk, 'bulkId' | 'state' | 'total' | 'seen' | 'changed' | 'cursor' | 'actor'>;

export async function writeProgress(tx: Tx, bulk: Progress): Promise<void> {
  const { bulkId, state, total, seen, changed, cursor, actor } = bulk;
  const isOver = state !== 'running' && state !== 'undoing';
  await tx.sql(
    `update contact_bulks set state = $3, seen = $4, changed = $5, cursor = $6, ended_at = $7
     where workspace_id = $1 and bulk_id = $2`,
    [tx.workspaceId, bulkId, state, seen, changed, cursor, isOver ? tx.now : null],
  );
  const data = { bulkId, state, total, seen, changed };
  await publishIn({ ...tx, actor }, [{ type: 'contact_bulk.advanced', workspaceId: tx.workspaceId, data }]);
}
