import type { AnyTx } from '../states.ts';
import { checkNotices } from './check-notices.ts';
import { checkStates } from './check-states.ts';
import { checkCheckpoints } from './check-checkpoints.ts';
import { Findings, type Finding, type FindingCode } from './findings.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { walkChain } from './walk-chain.ts';

export interface Verdict {
  /** Entries whose place in the chain was checked. */
  entries: number;
  /** Of these, how many had evidence that was erased since; their commitment is still true. */
  erased: number;
  /** Recorded, and waiting for their place. */
  waiting: number;
  checkpoints: number;
  problems: number;
  findings: Finding[];
}

/**
 * Reads a ledger from its beginning and says everything that is wrong with it: in the chain, in the evidence, against
 * what was signed outside of the database, in the words that people agreed to, and in the states that follow.
 */
export async function verifyLedger(
  tx: AnyTx,
  parts: Pick<LedgerParts, 'storage' | 'keyOf'>,
  workspaceId: string,
): Promise<Verdict> {
  const found = new Findings();
  const { claims, checkpoints } = await checkCheckpoints(tx, { ...parts, workspaceId, found });
  const { entries, erased } = await walkChain(tx, { workspaceId, claims, found });
  const waiting = await checkWaiting(tx, workspaceId, found);
  await checkNotices(tx, workspaceId, found);
  await checkStates(tx, workspaceId, found);
  return { entries, erased, waiting, checkpoints, problems: found.count, findings: found.first };
}

/** What is outside of the chain either waits for its place or was not put there by the program. */
async function checkWaiting(tx: AnyTx, workspaceId: string, found: Findings): Promise<number> {
  const strangers = await tx.sql<{ entryId: string; code: FindingCode }>(
    `select entry_id as "entryId", 'entry_unknown' as code from consent_entries entry where workspace_id = $1
       and not exists (select from consent_seals seal where seal.workspace_id = $1 and seal.entry_id = entry.entry_id)
       and not exists (select from consent_unsealed waiting where waiting.workspace_id = $1 and waiting.entry_id = entry.entry_id)
     union all
     select entry_id, 'entry_missing' from consent_unsealed waiting where workspace_id = $1
       and not exists (select from consent_entries entry where entry.workspace_id = $1 and entry.entry_id = waiting.entry_id)
     union all
     select entry_id, 'sealed_twice' from consent_unsealed join consent_seals using (workspace_id, entry_id)
     where workspace_id = $1
     limit 1000`,
    [workspaceId],
  );
  for (const { entryId, code } of strangers) found.add(code, null, entryId);
  const orphans = await tx.sql<{ entryId: string }>(
    `select entry_id as "entryId" from consent_details details where workspace_id = $1
       and not exists (select from consent_entries entry where entry.workspace_id = $1 and entry.entry_id = details.entry_id)
     limit 1000`,
    [workspaceId],
  );
  for (const { entryId } of orphans) found.add('details_added', null, entryId);
  const [row] = await tx.sql<{ waiting: number }>(
    `select count(*)::float8 as waiting from consent_unsealed where workspace_id = $1`,
    [workspaceId],
  );
  return row!.waiting;
}
