import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { applyUpdates } from './apply.ts';
import { countBrokenOff, dropNote, lockBatch, writeNote } from './batch-notes.ts';
import {
  lockThese,
  lockWaiting,
  markDone,
  markParked,
  noteShares,
  readLocked,
  type Limits,
  type Parking,
} from './deliveries.ts';
import type { ProcessingNeighbours } from './neighbours.ts';
import { readBatch } from './read-batch.ts';
import { parkingFor } from './reasons.ts';

/** Where a process may be killed in a test; nothing is lost or done twice wherever it is. */
type ProcessingPoint = 'noted' | 'applied' | 'committed';

export interface TakingIn {
  db: Database;
  neighbours: ProcessingNeighbours;
  limits: { oldest: Limits; newest: Limits };
  /** Notes of batches that failed here. This process lives, so they count for nothing. */
  left: Set<string>;
  reached?: ((point: ProcessingPoint) => void | Promise<void>) | undefined;
}

export interface TakenIn {
  deliveries: number;
  updates: number;
  parked: number;
}

/** What was under way when it failed, for whoever finds out which delivery it was. */
export class BatchFailed extends Error {
  readonly batchId: string;
  readonly deliveryIds: string[];

  constructor(batch: { batchId: string; deliveryIds: string[] }, cause: unknown) {
    super('A batch of deliveries could not be taken in.', { cause });
    this.batchId = batch.batchId;
    this.deliveryIds = batch.deliveryIds;
  }
}

const nothing: TakenIn = { deliveries: 0, updates: 0, parked: 0 };
/** Once among many, once among few, and three times alone: who is only there when something else ends us gets through. */
const mostTries = 5;

/** Takes in what waits, or those that are named, in one transaction: all of its effects are there, or none. */
export async function takeIn(parts: TakingIn, only?: readonly string[]): Promise<TakenIn> {
  const { db, left } = parts;
  let batch: { batchId: string; deliveryIds: string[] } | undefined;
  await countBrokenOff(db, left);
  left.clear();
  try {
    const taken = await db.acrossWorkspaces('processing', async (tx) => {
      const note = await lockBatch(tx);
      const waiting = suspects(only ? await lockThese(tx, only) : await lockWaiting(tx, parts.limits));
      if (waiting.length === 0) return nothing;
      const deliveryIds = waiting.map(({ deliveryId }) => deliveryId);
      // A transaction that is tried again after a deadlock has left the note of its first try.
      if (batch !== undefined) left.add(batch.batchId);
      batch = { batchId: note.batchId, deliveryIds };
      await writeNote(db, note, { deliveryIds, now: tx.now });
      await parts.reached?.('noted');
      const taken = await takeInLocked(tx, parts, deliveryIds);
      await dropNote(tx, note);
      await parts.reached?.('applied');
      return taken;
    });
    if (taken.deliveries > 0) await parts.reached?.('committed');
    return taken;
  } catch (error) {
    if (batch === undefined) throw error;
    left.add(batch.batchId);
    throw new BatchFailed(batch, error);
  }
}

/**
 * What was broken off before is taken in by fewer at a time, and alone in the end: then it is told apart what ended the
 * program from what was only beside it.
 */
function suspects<Waiting extends { attempts: number }>(waiting: readonly Waiting[]): readonly Waiting[] {
  const most = Math.max(0, ...waiting.map(({ attempts }) => attempts));
  if (most === 0) return waiting;
  return waiting.filter(({ attempts }) => attempts === most).slice(0, most === 1 ? 32 : 1);
}

async function takeInLocked(
  tx: SystemTx,
  { neighbours }: TakingIn,
  deliveryIds: readonly string[],
): Promise<TakenIn> {
  const claimed = await readLocked(tx, deliveryIds);
  const brokenOff = claimed.filter(({ attempts }) => attempts >= mostTries);
  const { items, parkings, shares } = await readBatch(
    tx,
    claimed.filter(({ attempts }) => attempts < mostTries),
  );
  await applyUpdates(tx, items, neighbours);
  await noteShares(tx, shares);
  const parked = [...parkings, ...brokenOff.map((delivery) => parkingFor(delivery, 'broke_off'))];
  await parkDeliveries(tx, parked);
  const isParked = new Set(parked.map(({ delivery }) => delivery.deliveryId));
  await markDone(
    tx,
    deliveryIds.filter((id) => !isParked.has(id)),
  );
  return { deliveries: deliveryIds.length, updates: items.length, parked: parked.length };
}

export async function parkDeliveries(tx: SystemTx, parkings: readonly Parking[]): Promise<void> {
  await markParked(tx, parkings);
  await publishIn(
    tx,
    parkings.map(({ delivery: { workspaceId, deliveryId }, reason }) => ({
      workspaceId,
      type: 'delivery.parked',
      data: { deliveryId, reason },
    })),
  );
}
