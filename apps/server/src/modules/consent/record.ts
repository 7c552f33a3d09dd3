import { publishIn, type Fact } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { concealed } from './details.ts';
import type { ConsentPurpose } from './rules.ts';
import { deriveStates, lockStates, type AnyTx, type OfContact } from './states.ts';

interface Recorded extends OfContact {
  /** How it came to be known: a form, `whatsapp`, `import`, a flow. */
  source: string;
  /** When it happened. */
  at: Date;
  /** What they were shown: an approved version, in a language that it has. */
  notice?: { noticeId: string; version: number } | undefined;
  language?: string | undefined;
  /** ISO 3166, as `IN`. */
  country?: string | undefined;
  campaign?: string | undefined;
  store?: string | undefined;
  termsUrl?: string | undefined;
  /** All that may be personal, and is erased with the person: address, device, staff, exact words, ids of messages. */
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

type Appended = NewConsentEntry | (Recorded & { kind: 'erased' });

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

/** No statement of the contact: it changes nothing that follows. Says that what was recorded before it was erased. */
export async function recordErasure(
  tx: AnyTx,
  contacts: readonly OfContact[],
  source: string,
): Promise<void> {
  if (contacts.length === 0) return;
  const entries = contacts.map((contact): Appended => ({
    ...contact,
    kind: 'erased',
    source,
    at: tx.now,
    evidence: {},
  }));
  await appendEntries(tx, entries);
  await publishIn(tx, entries.map(factWithPlace));
}

/** For what has to stand after something else that is recorded for the same moment. */
export async function recordExactly(tx: AnyTx, entries: readonly NewConsentEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await lockStates(tx, entries);
  await appendEntries(tx, entries);
  await deriveStates(tx, entries);
  await publishIn(tx, entries.map(factWithPlace));
}

async function appendEntries(tx: AnyTx, entries: readonly Appended[]): Promise<void> {
  await tx.sql(appending, [JSON.stringify(entries.map(rowOf(tx.now))), tx.actor.kind, tx.actor.id, tx.now]);
}

/** Their place in the chain they get by the sealer, so that nobody who appends waits for anybody else. */
const appending = `
  with given as materialized (
    select entry.*, version.texts -> entry.language ->> 'hash' as text_hash
    from jsonb_to_recordset($1::jsonb) as entry (workspace_id uuid, entry_id uuid, contact_id uuid, kind text,
      purpose text, reason text, source text, at timestamptz, notice_id uuid, notice_version integer, language text,
      country text, campaign text, store text, terms_url text, commitment bytea, salt bytea, details text)
    left join consent_notice_versions version on version.workspace_id = entry.workspace_id
      and version.notice_id = entry.notice_id and version.version = entry.notice_version
  ), entries as (
    insert into consent_entries (workspace_id, entry_id, contact_id, kind, purpose, reason, source, at, notice_id,
      notice_version, language, text_hash, country, campaign, store, terms_url, commitment, actor_kind, actor_id, recorded_at)
    select workspace_id, entry_id, contact_id, kind, purpose, reason, source, at, notice_id, notice_version, language,
      text_hash, country, campaign, store, terms_url, commitment, $2, $3, $4 from given
  ), details as (
    insert into consent_details (workspace_id, entry_id, salt, details)
    select workspace_id, entry_id, salt, details from given where details is not null
  )
  insert into consent_unsealed (workspace_id, entry_id) select workspace_id, entry_id from given`;

const rowOf = (now: Date) => (entry: Appended) => ({
  workspace_id: entry.workspaceId,
  entry_id: newId(now),
  contact_id: entry.contactId,
  kind: entry.kind,
  purpose: 'purpose' in entry ? entry.purpose : null,
  reason: entry.kind === 'frozen' ? entry.reason : null,
  source: entry.source,
  at: entry.at,
  notice_id: entry.notice?.noticeId,
  notice_version: entry.notice?.version,
  language: entry.language,
  country: entry.country,
  campaign: entry.campaign,
  store: entry.store,
  terms_url: entry.termsUrl,
  // A person wrote why a freeze ends, and may have named somebody.
  ...concealed(entry.kind === 'released' ? { ...entry.evidence, reason: entry.reason } : entry.evidence),
});

const factWithPlace = (entry: Appended) => ({
  ...factOf(entry),
  workspaceId: entry.workspaceId,
  contactId: entry.contactId,
});

function factOf(entry: Appended): Fact {
  const { source } = entry;
  const at = entry.at.toISOString();
  const fact = { source, at };
  if ('purpose' in entry) return { type: `consent.${entry.kind}`, data: { purpose: entry.purpose, ...fact } };
  if ('reason' in entry) return { type: `consent.${entry.kind}`, data: { reason: entry.reason, ...fact } };
  return { type: `consent.${entry.kind}`, data: fact };
}
