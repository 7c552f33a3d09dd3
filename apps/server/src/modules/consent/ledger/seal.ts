import type { SystemTx } from '../../../platform/db/index.ts';
import { entryText, lineOf, nextHash, origin, timeText } from './chain.ts';

const atOnce = 10_000;

/**
 * Gives entries that have committed their places, without a gap, in one statement for thousands. Whoever holds the end
 * of a workspace's chain is alone with it; another copy of the program passes by. Returns how many it placed.
 */
export async function sealEntries(tx: SystemTx, workspaceId: string, most = atOnce): Promise<number> {
  const head = await takeHead(tx, workspaceId);
  if (head === null) return 0;
  const rows = await tx.sql<{ entryId: string; entry: string }>(
    `select entry.entry_id as "entryId", ${entryText} as entry
     from (select entry_id from consent_unsealed where workspace_id = $1 order by entry_id limit $2) waiting
     join consent_entries entry on entry.workspace_id = $1 and entry.entry_id = waiting.entry_id
     where not exists (select from consent_seals seal where seal.workspace_id = $1 and seal.entry_id = waiting.entry_id)
     order by entry.entry_id`,
    [workspaceId, most],
  );
  if (rows.length === 0) return 0;
  const hashes = chained(workspaceId, head, rows, timeText(tx.now));
  const ids = rows.map(({ entryId }) => entryId);
  await tx.sql(
    `insert into consent_seals (workspace_id, seq, entry_id, sealed_at, hash)
     select $1, $2 + nth, entry_id, $3, decode(hash, 'hex')
     from unnest($4::uuid[], $5::text[]) with ordinality as placed (entry_id, hash, nth)`,
    [workspaceId, head.seq, tx.now, ids, hashes],
  );
  await tx.sql('delete from consent_unsealed where workspace_id = $1 and entry_id = any($2)', [
    workspaceId,
    ids,
  ]);
  await tx.sql(
    `update consent_ledgers set seq = $2, hash = decode($3, 'hex'), sealed_at = $4 where workspace_id = $1`,
    [workspaceId, head.seq + rows.length, hashes.at(-1), tx.now],
  );
  return rows.length;
}

interface Head {
  seq: number;
  hash: string;
}

async function takeHead(tx: SystemTx, workspaceId: string): Promise<Head | null> {
  await tx.sql(
    `insert into consent_ledgers (workspace_id, seq, hash, sealed_at) values ($1, 0, decode($2, 'hex'), $3)
     on conflict do nothing`,
    [workspaceId, origin, tx.now],
  );
  const [head] = await tx.sql<Head>(
    `select seq::float8 as seq, encode(hash, 'hex') as hash from consent_ledgers where workspace_id = $1
     for update skip locked`,
    [workspaceId],
  );
  return head ?? null;
}

function chained(workspaceId: string, head: Head, rows: readonly { entry: string }[], sealedAt: string) {
  let previous = head.hash;
  return rows.map(({ entry }, at) => {
    previous = nextHash(previous, lineOf(workspaceId, { seq: head.seq + at + 1, sealedAt, entry }));
    return previous;
  });
}
