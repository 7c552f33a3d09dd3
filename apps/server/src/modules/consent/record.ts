import { publishIn, type Fact } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { ConsentPurpose } from './rules.ts';
import { deriveStates, lockStates, type AnyTx, type OfContact } from './states.ts';

interface Recorded extends OfContact {
  /** How it came to be known: a form, `whatsapp`, `import`, a flow. */
  source: string;
  /** When it happened. */
  at: Date;
  evidence: Record<string, unknown>;
}

/** Something that changes what a contact may be sent. */
export type NewConsentEntry = Recorded &
  (
    | { kind: 'granted'; purpose: ConsentPurpose }
    | { kind: 'withdrawn'; purpose: ConsentPurpose | '*' }
    | { kind: 'stopped' | 'resumed' }
    | { kind: 'frozen' | 'released'; reason: string }
  );

/**
 * Appends entries and derives the states of their contacts, whatever order they come in. Once this has committed
 * nothing more leaves for a contact who withdrew.
 */
export const recordConsent = (tx: AnyTx, entries: readonly NewConsentEntry[]): Promise<void> =>
  recordExactly(
    tx,
    // A clock that runs ahead must not make an entry that no later one could overturn.
    entries.map((entry) => (entry.at > tx.now ? { ...entry, at: tx.now } : entry)),
  );

/** For what has to stand after something else that is recorded for the same moment. */
export async function recordExactly(tx: AnyTx, entries: readonly NewConsentEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await lockStates(tx, entries);
  await appendEntries(tx, entries);
  await deriveStates(tx, entries);
  await publishIn(
    tx,
    entries.map((entry) => ({
      ...factOf(entry),
      workspaceId: entry.workspaceId,
      contactId: entry.contactId,
    })),
  );
}

async function appendEntries(tx: AnyTx, entries: readonly NewConsentEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    workspace_id: entry.workspaceId,
    entry_id: newId(tx.now),
    contact_id: entry.contactId,
    kind: entry.kind,
    purpose: 'purpose' in entry ? entry.purpose : null,
    source: entry.source,
    at: entry.at,
    evidence: 'reason' in entry ? { ...entry.evidence, reason: entry.reason } : entry.evidence,
  }));
  await tx.sql(
    `insert into consent_entries
       (workspace_id, entry_id, contact_id, kind, purpose, source, at, evidence, actor_kind, actor_id, recorded_at)
     select workspace_id, entry_id, contact_id, kind, purpose, source, at, evidence, $2, $3, $4
     from jsonb_to_recordset($1::jsonb) as entry (workspace_id uuid, entry_id uuid, contact_id uuid, kind text,
       purpose text, source text, at timestamptz, evidence jsonb)`,
    [JSON.stringify(rows), tx.actor.kind, tx.actor.id, tx.now],
  );
}

function factOf(entry: NewConsentEntry): Fact {
  const { source } = entry;
  const at = entry.at.toISOString();
  const fact = { source, at };
  if ('purpose' in entry) return { type: `consent.${entry.kind}`, data: { purpose: entry.purpose, ...fact } };
  if ('reason' in entry) return { type: `consent.${entry.kind}`, data: { reason: entry.reason, ...fact } };
  return { type: `consent.${entry.kind}`, data: fact };
}
