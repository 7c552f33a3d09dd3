import { randomBytes } from 'node:crypto';
import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';

/**
 * A note that these deliveries are being taken in. It is committed before the work begins, by a connection of its own,
 * and deleted with the work's effects; its lock is held by the work's transaction. So a note whose lock is free was
 * left behind by a process that died, and what killed it may be one of these deliveries.
 */
export interface BatchNote {
  batchId: string;
  lockKey: string;
}

export async function lockBatch(tx: SystemTx): Promise<BatchNote> {
  const note = { batchId: newId(tx.now), lockKey: randomBytes(8).readBigInt64BE().toString() };
  await tx.sql(`select pg_advisory_xact_lock($1::bigint)`, [note.lockKey]);
  return note;
}

export async function writeNote(
  db: Database,
  { batchId, lockKey }: BatchNote,
  { deliveryIds, now }: { deliveryIds: readonly string[]; now: Date },
): Promise<void> {
  await db.statementAcrossWorkspaces(
    'processing',
    `insert into system.processing_batches (batch_id, lock_key, delivery_ids, started_at) values ($1, $2, $3, $4)`,
    [batchId, lockKey, deliveryIds, now],
  );
}

export async function dropNote(tx: SystemTx, { batchId }: BatchNote): Promise<void> {
  await tx.sql(`delete from system.processing_batches where batch_id = $1`, [batchId]);
}

/**
 * Counts, for what was left behind, that it was tried once more, but not for what failed in this process, which lives.
 * By itself, before the work, since it has to be known whatever becomes of that.
 */
export async function countBrokenOff(db: Database, own: ReadonlySet<string>): Promise<void> {
  await db.statementAcrossWorkspaces(
    'processing',
    `with gone as (
       delete from system.processing_batches where pg_try_advisory_xact_lock(lock_key) returning batch_id, delivery_ids
     )
     update webhook_deliveries set attempts = attempts + 1
     where state = 'pending' and delivery_id in (
       select unnest(delivery_ids) from gone where batch_id <> all($1::uuid[])
     )`,
    [[...own]],
  );
}
