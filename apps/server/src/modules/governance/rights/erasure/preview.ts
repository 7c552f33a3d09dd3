import type { Tx } from '../../../../platform/db/index.ts';
import { Refusal } from '../../../../platform/errors/index.ts';
import { listHolds } from '../holds.ts';
import { findRequest, refuseOtherKind } from '../request-row.ts';
import { readSettings } from '../settings.ts';
import { keptAlways, keptByMeta, keptInBackups } from './what-stays.ts';

interface Sentence {
  en: string;
  hi: string;
}

/** Counted of the family of the contact; `family` and the workspace are there as SQL. */
const counted: readonly [what: string, sql: string, words: Sentence][] = [
  [
    'contacts',
    'contacts where workspace_id = $1 and contact_id in (select id from family)',
    { en: 'Profiles', hi: 'प्रोफ़ाइल' },
  ],
  [
    'identities',
    'contact_identities where workspace_id = $1 and contact_id in (select id from family)',
    { en: 'Numbers and WhatsApp ids', hi: 'नंबर और WhatsApp आईडी' },
  ],
  [
    'notes',
    'contact_notes where workspace_id = $1 and contact_id in (select id from family)',
    { en: 'Notes', hi: 'नोट' },
  ],
  [
    'messages',
    `messages where workspace_id = $1 and contact_id in (select id from family) and type <> 'erased'`,
    { en: 'Messages: words, files and WhatsApp’s ids', hi: 'संदेश: शब्द, फ़ाइलें और WhatsApp की आईडी' },
  ],
  [
    'waiting',
    'outbox where workspace_id = $1 and contact_id in (select id from family)',
    { en: 'Messages that wait to be sent', hi: 'भेजे जाने के इंतज़ार में संदेश' },
  ],
  [
    'files',
    `media where workspace_id = $1 and contact_id in (select id from family) and state = 'stored'`,
    { en: 'Files that they sent', hi: 'उनकी भेजी फ़ाइलें' },
  ],
  [
    'consent_details',
    `consent_details join consent_entries using (workspace_id, entry_id)
     where workspace_id = $1 and contact_id in (select id from family)`,
    { en: 'Details and salts of consent', hi: 'सहमति के ब्योरे और सॉल्ट' },
  ],
  [
    'submissions',
    'submissions where workspace_id = $1 and contact_id in (select id from family)',
    { en: 'Opt-in forms: number, device, address', hi: 'ऑप्ट-इन फ़ॉर्म: नंबर, डिवाइस, पता' },
  ],
  [
    'suppression',
    'suppression_members where workspace_id = $1 and contact_id in (select id from family)',
    { en: 'Places on suppression lists', hi: 'रोक की सूचियों में नाम' },
  ],
];

export async function previewErasure(tx: Tx, requestId: string) {
  const request = await findRequest(tx, requestId);
  refuseOtherKind(request, 'erasure', 'erasure');
  if (request.contactId === null) throw new Refusal('conflict', 'It is not known yet who asks.');
  const each = counted.map(
    ([what, sql]) => `select '${what}' as what, (select count(*)::int from ${sql}) as count`,
  );
  const counts = await tx.sql<{ what: string; count: number }>(
    `with family as (
       select contact_id as id from contacts where workspace_id = $1 and (contact_id = $2 or merged_into = $2)
     ) ${each.join(' union all ')}`,
    [tx.workspaceId, request.contactId],
  );
  const countOf = new Map(counts.map(({ what, count }) => [what, count]));
  const { backupDays } = await readSettings(tx);
  return {
    goes: counted
      .map(([what, , words]) => ({ what, words, count: countOf.get(what) ?? 0 }))
      .filter(({ count }) => count > 0),
    stays: [...keptAlways, keptInBackups(backupDays), keptByMeta].map((kept) => ({ ...kept, count: null })),
    holds: await listHolds(tx, request.contactId),
  };
}
