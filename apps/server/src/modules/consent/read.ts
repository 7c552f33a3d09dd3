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

interface ShownEntry {
  entryId: string;
  kind: 'granted' | 'withdrawn' | 'stopped' | 'resumed' | 'frozen' | 'released';
  purpose: string | null;
  source: string;
  at: Date;
  evidence: Record<string, unknown>;
  actor: Actor;
  recordedAt: Date;
}

/** Of those too who were merged into the contact. */
export async function listEntries(
  tx: Tx,
  { contactId, cursor, limit }: { contactId: string; cursor?: string | undefined; limit: number },
) {
  const survivor = await survivorOf(tx, contactId);
  const before = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<ShownEntry>(
    `select entry_id as "entryId", kind, purpose, source, at, evidence,
       jsonb_build_object('kind', actor_kind, 'id', actor_id) as actor, recorded_at as "recordedAt"
     from consent_entries
     where workspace_id = $1
       and contact_id in (select contact_id from contacts where workspace_id = $1 and (contact_id = $2 or merged_into = $2))
       and ($3::timestamptz is null or (at, entry_id) < ($3, $4::uuid))
     order by at desc, entry_id desc limit $5`,
    [tx.workspaceId, survivor, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  return pageOf(rows, limit, (row) => [row.at.toISOString(), row.entryId]);
}
