import { createHash } from 'node:crypto';
import type { SystemTx, Tx } from '../db/index.ts';
import { Refusal } from '../errors/index.ts';

interface Claim {
  caller: string;
  key: string;
  procedure: string;
  input: unknown;
}

export type Kept = { replayed: boolean; answer: unknown };

/**
 * Runs the work once for a caller's key. The key is written in the work's own transaction: both are there or
 * neither is. A second request with the same key waits on the row and then gets the first one's answer.
 */
export async function once(tx: Tx, claim: Claim, work: () => Promise<unknown>): Promise<Kept> {
  const inputHash = createHash('sha256')
    .update(JSON.stringify(claim.input ?? null))
    .digest();
  const claimed = await tx.sql(
    `insert into idempotency_keys (workspace_id, caller, key, procedure, input_hash, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning key`,
    [tx.workspaceId, claim.caller, claim.key, claim.procedure, inputHash, tx.now],
  );
  if (claimed.length === 0) return { replayed: true, answer: await earlierAnswer(tx, claim, inputHash) };
  const answer = await work();
  if (answer instanceof Refusal) {
    // What was refused may be asked for again under the same key, as after a refusal that was thrown.
    await tx.sql(`delete from idempotency_keys where workspace_id = $1 and caller = $2 and key = $3`, [
      tx.workspaceId,
      claim.caller,
      claim.key,
    ]);
    return { replayed: false, answer };
  }
  await tx.sql(
    `update idempotency_keys set answer = $4 where workspace_id = $1 and caller = $2 and key = $3`,
    [tx.workspaceId, claim.caller, claim.key, JSON.stringify(answer ?? null)],
  );
  return { replayed: false, answer };
}

async function earlierAnswer(tx: Tx, claim: Claim, inputHash: Buffer): Promise<unknown> {
  const [earlier] = await tx.sql<{ procedure: string; input_hash: Buffer; answer: unknown }>(
    `select procedure, input_hash, answer from idempotency_keys where workspace_id = $1 and caller = $2 and key = $3`,
    [tx.workspaceId, claim.caller, claim.key],
  );
  if (earlier === undefined) {
    throw new Refusal(
      'idempotency_in_progress',
      'The first request with this Idempotency-Key has not finished. Try again.',
      {
        retryAfterSeconds: 1,
      },
    );
  }
  if (earlier.procedure !== claim.procedure || !earlier.input_hash.equals(inputHash)) {
    throw new Refusal(
      'idempotency_mismatch',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    );
  }
  return earlier.answer;
}

const keyPattern = /^[\x21-\x7e]{1,200}$/;

export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !keyPattern.test(header)) {
    throw new Refusal('invalid_header', 'Idempotency-Key has to be 1 to 200 visible ASCII characters.');
  }
  return header;
}

/** After this long a repeated request is a new one. */
export async function dropAnswersBefore(tx: SystemTx, time: Date): Promise<void> {
  await tx.sql(`delete from idempotency_keys where created_at < $1`, [time]);
}
