import { messageCategories } from '@trikon/contract';
import type { Actor, Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';
import { consentRefusal, type ConsentRefusal, type ConsentState, type MessageCategory } from './rules.ts';
import { stateColumns } from './states.ts';

export interface ShownConsent extends ConsentState {
  contactId: string;
  frozenReason: string | null;
  refusals: Record<MessageCategory, ConsentRefusal | null>;
}

/** Consent belongs to the person, so to the contact that theirs were merged into. */
export async function survivorOf(tx: Tx, contactId: string): Promise<string> {
  const [contact] = await tx.sql<{ contactId: string }>(
    `select coalesce(merged_into, contact_id) as "contactId" from contacts where workspace_id = $1 and contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  if (contact === undefined) throw notFound('contact');
  return contact.contactId;
}

export const getConsent = async (tx: Tx, contactId: string): Promise<ShownConsent> =>
  readConsent(tx, await survivorOf(tx, contactId));

export async function readConsent(tx: Tx, contactId: string): Promise<ShownConsent> {
  const [found] = await tx.sql<Omit<ShownConsent, 'refusals'>>(
    `select ${stateColumns} from consent_states state where workspace_id = $1 and contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  const state = found ?? {
    contactId,
    granted: [],
    withdrawn: [],
    stoppedAt: null,
    frozenAt: null,
    frozenReason: null,
  };
  const refusals = Object.fromEntries(
    messageCategories.map((category) => [category, consentRefusal(state, category)]),
  );
  return { ...state, refusals: refusals as ShownConsent['refusals'] };
}

export interface ShownEntry {
  entryId: string;
  contactId: string;
  kind: 'granted' | 'withdrawn' | 'stopped' | 'resumed' | 'frozen' | 'released' | 'erased';
  purpose: string | null;
  reason: string | null;
  source: string;
  at: Date;
  notice: { noticeId: string; version: number; name: string; textHash: string } | null;
  language: string | null;
  country: string | null;
  campaign: string | null;
  store: string | null;
  termsUrl: string | null;
  /** Null when it was erased. */
  evidence: Record<string, unknown> | null;
  actor: Actor;
  recordedAt: Date;
  seal: { seq: number; hash: string; sealedAt: Date } | null;
}

export const entryColumns = `entry.entry_id as "entryId", entry.contact_id as "contactId", entry.kind, entry.purpose,
  entry.reason, entry.source, entry.at, entry.language, entry.country, entry.campaign, entry.store,
  entry.terms_url as "termsUrl", entry.recorded_at as "recordedAt",
  jsonb_build_object('kind', entry.actor_kind, 'id', entry.actor_id) as actor,
  case when entry.notice_id is not null then jsonb_build_object('noticeId', entry.notice_id,
    'version', entry.notice_version, 'name', notice.name, 'textHash', entry.text_hash) end as notice,
  case when entry.commitment is null then '{}' else details.details end::jsonb as evidence,
  seal.seq::float8 as seq, encode(seal.hash, 'hex') as hash, seal.sealed_at as "sealedAt"`;

export const entryRelations = `consent_entries entry
  left join consent_details details on details.workspace_id = entry.workspace_id and details.entry_id = entry.entry_id
  left join consent_seals seal on seal.workspace_id = entry.workspace_id and seal.entry_id = entry.entry_id
  left join consent_notices notice on notice.workspace_id = entry.workspace_id and notice.notice_id = entry.notice_id`;

export type EntryRow = Omit<ShownEntry, 'seal'> & {
  seq: number | null;
  hash: string | null;
  sealedAt: Date | null;
};

export function shownEntry({ seq, hash, sealedAt, ...entry }: EntryRow): ShownEntry {
  const seal = seq === null || hash === null || sealedAt === null ? null : { seq, hash, sealedAt };
  return { ...entry, seal };
}

/** Of those too who were merged into the contact. */
export const ofPerson = `entry.contact_id in (
  select contact_id from contacts where workspace_id = $1 and (contact_id = $2 or merged_into = $2))`;

export async function listEntries(
  tx: Tx,
  { contactId, cursor, limit }: { contactId: string; cursor?: string | undefined; limit: number },
) {
  const survivor = await survivorOf(tx, contactId);
  const before = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<EntryRow>(
    `select ${entryColumns} from ${entryRelations}
     where entry.workspace_id = $1 and ${ofPerson}
       and ($3::timestamptz is null or (entry.at, entry.entry_id) < ($3, $4::uuid))
     order by entry.at desc, entry.entry_id desc limit $5`,
    [tx.workspaceId, survivor, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  const page = pageOf(rows, limit, (row) => [row.at.toISOString(), row.entryId]);
  return { ...page, items: page.items.map(shownEntry) };
}
