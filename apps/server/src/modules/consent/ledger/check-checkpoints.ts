import type { AnyTx } from '../states.ts';
import { readKeptCheckpoints, readStoredCheckpoints, type Checkpoint } from './checkpoints.ts';
import type { Findings } from './findings.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { isSignedBy } from './signing.ts';

interface Given extends Pick<LedgerParts, 'storage' | 'keyOf'> {
  workspaceId: string;
  found: Findings;
}

const beingTaken = 60_000;

/** What was signed, by place; a checkpoint that is not ours claims nothing. */
export async function checkCheckpoints(
  tx: AnyTx,
  { storage, keyOf, workspaceId, found }: Given,
): Promise<{ claims: ReadonlyMap<number, string>; checkpoints: number }> {
  const key = keyOf(workspaceId);
  const claims = new Map<number, string>();
  const stored = await readStoredCheckpoints(storage, workspaceId);
  const kept = await readKeptCheckpoints(tx, workspaceId);
  for (const checkpoint of [...stored, ...kept]) {
    if (checkpoint?.workspaceId !== workspaceId || !isSignedBy(key, checkpoint, checkpoint.signature))
      found.add('checkpoint_forged', checkpoint?.seq ?? null);
    else claims.set(checkpoint.seq, checkpoint.head);
  }
  const inFiles = new Set(stored.flatMap((each) => (each === null ? [] : [each.signature])));
  const inTable = new Set(kept.map(({ signature }) => signature));
  // One that is being taken at this moment may be in the first place and not yet in the second.
  const before = new Date(tx.now.getTime() - beingTaken).toISOString();
  const lost = (from: readonly (Checkpoint | null)[], others: ReadonlySet<string>): void => {
    for (const each of from)
      if (each !== null && each.at < before && !others.has(each.signature))
        found.add('checkpoint_lost', each.seq);
  };
  lost(stored, inTable);
  lost(kept, inFiles);
  return { claims, checkpoints: stored.length };
}
