import type { Tx } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { endDoubts } from './doubt.ts';
import { pauseNumbers } from './stop.ts';

type SourceState = 'running' | 'paused' | 'cancelled';

interface Source {
  kind: string;
  name: string;
  before: SourceState;
}

/** Locks the source as every claim does: once this has committed, no attempt for it begins. */
async function moveSource(tx: Tx, sourceId: string, state: SourceState): Promise<Source | null> {
  const [source] = await tx.sql<Source>(
    `select kind, name, state as before from send_sources where workspace_id = $1 and source_id = $2 for update`,
    [tx.workspaceId, sourceId],
  );
  if (source === undefined) throw notFound('source');
  if (source.before === state) return null;
  if (source.before === 'cancelled')
    throw new Refusal('conflict', 'It was cancelled, which cannot be taken back.');
  await tx.sql(
    `update send_sources set state = $3, reason = $4, changed_at = $5, sweeping = $6
     where workspace_id = $1 and source_id = $2`,
    [tx.workspaceId, sourceId, state, state === 'paused' ? 'manual' : null, tx.now, state !== 'paused'],
  );
  return source;
}

export async function pauseSource(
  tx: Tx,
  { sourceId }: { sourceId: string },
): Promise<Record<string, never>> {
  const moved = await moveSource(tx, sourceId, 'paused');
  if (moved)
    await publish(tx, {
      type: 'source.paused',
      data: { sourceId, kind: moved.kind, name: moved.name, reason: 'manual' },
    });
  return {};
}

export async function resumeSource(
  tx: Tx,
  { sourceId }: { sourceId: string },
): Promise<Record<string, never>> {
  const moved = await moveSource(tx, sourceId, 'running');
  if (moved)
    await publish(tx, { type: 'source.resumed', data: { sourceId, kind: moved.kind, name: moved.name } });
  return {};
}

export async function cancelSource(
  tx: Tx,
  { sourceId }: { sourceId: string },
): Promise<Record<string, never>> {
  const moved = await moveSource(tx, sourceId, 'cancelled');
  if (moved)
    await publish(tx, { type: 'source.cancelled', data: { sourceId, kind: moved.kind, name: moved.name } });
  return {};
}

async function checkNumber(tx: Tx, numberId: string): Promise<void> {
  const found = await tx.sql(`select from numbers where workspace_id = $1 and number_id = $2`, [
    tx.workspaceId,
    numberId,
  ]);
  if (found.length === 0) throw notFound('number');
}

export async function pauseNumber(
  tx: Tx,
  { numberId }: { numberId: string },
): Promise<Record<string, never>> {
  await checkNumber(tx, numberId);
  await pauseNumbers(tx, [{ workspaceId: tx.workspaceId, numberId, reason: 'manual' }]);
  return {};
}

export async function resumeNumber(
  tx: Tx,
  { numberId }: { numberId: string },
): Promise<Record<string, never>> {
  await checkNumber(tx, numberId);
  const resumed = await tx.sql(
    `update number_lanes set paused_at = null, paused_reason = null, paused_by = null
     where workspace_id = $1 and number_id = $2 and paused_at is not null returning 1 as one`,
    [tx.workspaceId, numberId],
  );
  if (resumed.length > 0) await publish(tx, { type: 'number.resumed', data: { numberId } });
  return {};
}

export async function cancelMessage(
  tx: Tx,
  { messageId }: { messageId: string },
): Promise<Record<string, never>> {
  const [row] = await tx.sql<{ state: string }>(
    `select state from outbox where workspace_id = $1 and message_id = $2 for update`,
    [tx.workspaceId, messageId],
  );
  if (row === undefined) throw notFound('message that waits');
  if (row.state === 'sending') throw new Refusal('conflict', 'It is being sent at this moment.');
  if (row.state === 'unknown')
    throw new Refusal('conflict', 'It may have been sent already. Decide about it instead of cancelling it.');
  await tx.sql(`delete from outbox where workspace_id = $1 and message_id = $2`, [tx.workspaceId, messageId]);
  await tx.sql(
    `update messages set status = 'cancelled', reason = 'cancelled' where workspace_id = $1 and message_id = $2`,
    [tx.workspaceId, messageId],
  );
  return {};
}

export async function settleByHand(
  tx: Tx,
  { messageId, verdict }: { messageId: string; verdict: 'resend' | 'close' },
): Promise<Record<string, never>> {
  const { workspaceId } = tx;
  const ended = await endDoubts(tx, [{ workspaceId, messageId, end: verdict, by: 'person' }]);
  if (!ended.has(messageId)) throw notFound('message in doubt');
  return {};
}
