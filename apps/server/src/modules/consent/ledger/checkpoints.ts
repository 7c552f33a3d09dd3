import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { objectKey, objectPrefix, type Storage } from '../../../platform/storage/index.ts';
import type { AnyTx } from '../states.ts';
import { timeSql } from './chain.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { signStatement, type LedgerKey, type Statement } from './signing.ts';

export interface Checkpoint extends Statement {
  signature: string;
}

const folder = 'consent-ledger';

/**
 * Signs where a ledger ends now, and writes it where no statement of SQL reaches: whoever cuts the ledger's end or
 * writes all of it anew cannot take that back. Null when there is nothing to sign.
 */
export async function takeCheckpoint(
  tx: AnyTx,
  { storage, keyOf }: LedgerParts,
  workspaceId: string,
): Promise<Checkpoint | null> {
  const [head] = await tx.sql<{ seq: number; hash: string }>(
    `select seq::float8 as seq, encode(hash, 'hex') as hash from consent_ledgers where workspace_id = $1 and seq > 0`,
    [workspaceId],
  );
  if (head === undefined) return null;
  const key = keyOf(workspaceId);
  const at = tx.now.toISOString();
  const statement = { workspaceId, seq: head.seq, head: head.hash, at, keyId: key.id };
  const checkpoint = { ...statement, signature: signStatement(key, statement) };
  await storage.put(keyIn(storageNameOf(checkpoint), workspaceId), Buffer.from(JSON.stringify(checkpoint)), {
    contentType: 'application/json',
  });
  await tx.sql(
    `insert into consent_checkpoints (workspace_id, seq, at, head, key_id, signature)
     values ($1, $2, $3, decode($4, 'hex'), $5, decode($6, 'base64')) on conflict do nothing`,
    [workspaceId, checkpoint.seq, at, checkpoint.head, checkpoint.keyId, checkpoint.signature],
  );
  const data = { seq: checkpoint.seq, head: checkpoint.head };
  await publishIn(tx, [{ type: 'ledger.checkpointed', workspaceId, data }]);
  return checkpoint;
}

const storageNameOf = ({ seq, at }: Statement): string =>
  `${String(seq).padStart(15, '0')}-${new Date(at).getTime()}.json`;

const keyIn = (name: string, workspaceId: string) => objectKey(workspaceId, folder, name);

/** What a file says is not trusted before its signature was checked. */
const checkpointSchema = z.strictObject({
  workspaceId: z.string(),
  seq: z.number(),
  head: z.string(),
  at: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

/** Everything that lies outside of the database; `null` stands for a file that cannot be read as one. */
export async function readStoredCheckpoints(
  storage: Storage,
  workspaceId: string,
): Promise<(Checkpoint | null)[]> {
  const found: (Checkpoint | null)[] = [];
  for await (const { key } of storage.list(objectPrefix(workspaceId, folder))) {
    const { body } = await storage.get(key);
    found.push(readCheckpoint((await buffer(body)).toString()));
  }
  return found;
}

function readCheckpoint(text: string): Checkpoint | null {
  try {
    return checkpointSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const columns = `workspace_id as "workspaceId", seq::float8 as seq, ${timeSql('at')} as at, encode(head, 'hex') as head, key_id as "keyId",
  encode(signature, 'base64') as signature`;

const shown = ({ at, signature, ...row }: Checkpoint): Checkpoint => ({
  ...row,
  // What was signed has milliseconds; anything finer was not written by the program.
  at: at.replace(/000Z$/, 'Z'),
  // PostgreSQL breaks long lines.
  signature: signature.replaceAll('\n', ''),
});

export async function readKeptCheckpoints(tx: AnyTx, workspaceId: string): Promise<Checkpoint[]> {
  const rows = await tx.sql<Checkpoint>(
    `select ${columns} from consent_checkpoints where workspace_id = $1 order by seq, at`,
    [workspaceId],
  );
  return rows.map(shown);
}

export async function listCheckpoints(
  tx: Tx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(cursor, ['number', 'time']);
  const rows = await tx.sql<Checkpoint>(
    `select ${columns} from consent_checkpoints
     where workspace_id = $1 and ($2::bigint is null or (seq, at) < ($2, $3::timestamptz))
     order by seq desc, at desc limit $4`,
    [tx.workspaceId, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  return pageOf(rows.map(shown), limit, ({ seq, at }) => [seq, at]);
}

/** For what names the key, and not what it signs with. */
export const publicPartOf = ({ id, publicPem }: LedgerKey) => ({ keyId: id, publicKey: publicPem });
