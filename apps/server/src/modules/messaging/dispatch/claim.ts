import { publishIn } from '../../../platform/events/index.ts';
import type { SystemTx } from '../../../platform/db/index.ts';
import { claimSql } from './claim-sql.ts';
import { giveMediaIds } from './files.ts';
import type { Claimed, NumberName } from './row.ts';

/** Under which lease a number is served. */
export interface Hold extends NumberName {
  holder: string;
  fence: number;
}

export interface ClaimOptions {
  most: number;
  /** So many who have to wait are passed over in one look. */
  further: number;
  /** Codes and replies alone. */
  isUrgent: boolean;
  portfolioId: string | null;
  limitKey: string;
  /** How many new people may still be written to outside of a window today; null without a limit. */
  reachLeft: number | null;
}

export interface Claim {
  sends: Claimed[];
  /** So many were looked at and cannot leave now; behind them may be others that can. */
  setAside: number;
  /** Whose consent nobody has recorded anything of: there is no row that could be locked. */
  withoutConsent: string[];
}

type Row = Omit<Claimed, keyof NumberName | 'fence' | 'mediaIds'> & { kind: string; reason: string | null };

const lastPriority = { urgent: 1, any: 3 };

/**
 * For what locks lanes and messages. The planner knows nothing of a queue that was empty when it looked last and holds a
 * million rows now: everything here is found by a key, whatever it thinks. And who is stopped in the middle keeps the
 * locks for a moment only, much shorter than a lease, since whoever takes over needs them.
 */
export const forDispatch = (tx: SystemTx): Promise<unknown> =>
  tx.sql(
    `select set_config('idle_in_transaction_session_timeout', '5s', true), set_config(name, 'off', true)
     from unnest(array['enable_seqscan', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']) as name`,
  );

export async function claim(
  tx: SystemTx,
  { workspaceId, numberId, holder, fence }: Hold,
  { most, further, isUrgent, portfolioId, limitKey, reachLeft }: ClaimOptions,
): Promise<Claim> {
  // Together: when the connection breaks both fail, and a failure that nobody waits for would end the program.
  const [, rows] = await Promise.all([
    forDispatch(tx),
    tx.sql<Row>(claimSql, [
      workspaceId,
      numberId,
      holder,
      fence,
      tx.now,
      most,
      most + further,
      limitKey,
      reachLeft,
      portfolioId,
      isUrgent ? lastPriority.urgent : lastPriority.any,
    ]),
  ]);
  const ended = rows.filter(({ kind }) => kind === 'refused' || kind === 'expired');
  await publishIn(
    tx,
    ended.map(({ messageId, conversationId, contactId, sourceId, reason }) => ({
      workspaceId,
      type: 'message.failed' as const,
      contactId,
      data: { messageId, conversationId, numberId, sourceId, reason: reason!, code: null },
    })),
  );
  const sends = rows
    .filter(({ kind }) => kind === 'send')
    .map((row) => ({ ...row, workspaceId, numberId, fence }))
    .toSorted((one, other) => one.priority - other.priority);
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).length;
  return {
    sends: await giveMediaIds(tx, sends),
    setAside: count('parked') + count('cancelled') + ended.length,
    withoutConsent: rows.filter(({ kind }) => kind === 'unlocked').map(({ contactId }) => contactId),
  };
}
