import type { Actor, Tx } from '../../../platform/db/index.ts';
import { readKeptCheckpoints, readStoredCheckpoints } from './checkpoints.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { readLinks, type Link } from './walk-chain.ts';

interface Asked {
  workspaceId: string;
  actor: Actor;
}

/**
 * A ledger as lines of JSON that can be checked without this program: first what it is, then the checkpoints, then every
 * link of the chain in its order. Each step is read by itself, for whoever takes it may be slow.
 */
export async function* exportLedger(parts: LedgerParts, asked: Asked): AsyncGenerator<string> {
  const { workspaceId } = asked;
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => parts.db.readWorkspace(asked, work);
  const key = parts.keyOf(workspaceId);
  // Before the end is looked up: what was signed cannot be more than there is.
  const stored = await readStoredCheckpoints(parts.storage, workspaceId);
  const { kept, entries, exportedAt } = await read(async (tx) => {
    const checkpoints = await readKeptCheckpoints(tx, workspaceId);
    const [head] = await tx.sql<{ seq: number }>(
      `select seq::float8 as seq from consent_ledgers where workspace_id = $1`,
      [workspaceId],
    );
    return { kept: checkpoints, entries: head?.seq ?? 0, exportedAt: tx.now };
  });
  const header = { workspaceId, entries, exportedAt, keyId: key.id, publicKey: key.publicPem };
  yield lineOf({ ledger: 'trikon consent 1', ...header });
  const known = new Set<string>();
  for (const checkpoint of [...stored, ...kept]) {
    if (checkpoint === null || known.has(checkpoint.signature)) continue;
    known.add(checkpoint.signature);
    yield lineOf({ checkpoint });
  }
  for (let after = 0; ;) {
    const links = await read((tx) => readLinks(tx, workspaceId, after, entries));
    const last = links.at(-1);
    if (last === undefined) return;
    yield links.map(exported).join('');
    after = last.seq;
  }
}

const exported = ({ seq, sealedAt, hash, entry, details, salt }: Link): string =>
  lineOf({
    seq,
    sealedAt,
    hash,
    entry: entry === null ? null : (JSON.parse(`[${entry}]`) as unknown),
    details,
    salt: salt?.toString('hex') ?? null,
  });

const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;
