import type { Tx } from '../../../../platform/db/index.ts';

export type Held = Record<string, unknown>;

/** What of each table is theirs, in an order that a person would read; `family` is their contact and those merged into it. */
const sections: readonly [name: string, select: string][] = [
  [
    'profile',
    `select contact.name, profile_name as "whatsappName", username, phone, user_id as "whatsappId", email, city, country, language,
       time_zone as "timeZone", fields, array(select tag.name from contact_tags tag where tag.workspace_id = $1
         and tag.tag_id = any(contact.tags) order by 1) as tags,
       blocked_at as "blockedAt", source, contact.created_at as "createdAt", updated_at as "updatedAt"
     from contacts contact join family on family.id = contact.contact_id where contact.workspace_id = $1
     order by merged_into nulls first, created_at limit $2`,
  ],
  [
    'identities',
    `select kind, value, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt", ended_at as "endedAt"
     from contact_identities join family on family.id = contact_id where workspace_id = $1 order by first_seen_at limit $2`,
  ],
  [
    'notes',
    `select body, created_at as "writtenAt", edited_at as "editedAt" from contact_notes join family on family.id = contact_id
     where workspace_id = $1 order by created_at limit $2`,
  ],
  [
    'consent',
    `select entry.kind, entry.purpose, entry.source, entry.at, entry.recorded_at as "recordedAt", entry.reason, entry.language,
       entry.campaign, entry.store, details.details::jsonb as evidence, version.texts -> entry.language as wording
     from consent_entries entry join family on family.id = entry.contact_id
     left join consent_details details on details.workspace_id = $1 and details.entry_id = entry.entry_id
     left join consent_notice_versions version on version.workspace_id = $1 and version.notice_id = entry.notice_id
       and version.version = entry.notice_version
     where entry.workspace_id = $1 order by entry.recorded_at, entry.entry_id limit $2`,
  ],
  [
    'wishes',
    `select wish, language, at from heard_wishes join family on family.id = contact_id where workspace_id = $1 order by at limit $2`,
  ],
  [
    'optInForms',
    `select point.name as "place", s.at, s.state, s.purposes, s.language, s.phone, s.evidence
     from submissions s join family on family.id = s.contact_id
     join entry_points point on point.workspace_id = $1 and point.entry_point_id = s.entry_point_id
     where s.workspace_id = $1 order by s.at limit $2`,
  ],
  [
    'keptOut',
    `select list.name as "list", list.reason as "why", member.reason, member.added_at as "since", member.ends_at as "until"
     from suppression_members member join family on family.id = member.contact_id
     join suppression_lists list on list.workspace_id = $1 and list.list_id = member.list_id
     where member.workspace_id = $1 order by member.added_at limit $2`,
  ],
  [
    'decisions',
    `select decided_at as "at", origin, verdict, rule, cause from intents join family on family.id = contact_id
     where workspace_id = $1 order by decided_at limit $2`,
  ],
  [
    'requests',
    `select kind, channel, state, said, received_at as "receivedAt", due_at as "dueAt", closed_at as "closedAt", changes
     from rights_requests join family on family.id = contact_id where workspace_id = $1 order by received_at limit $2`,
  ],
  [
    'events',
    `select type, at, data from events join family on family.id = contact_id where workspace_id = $1 order by at, seq limit $2`,
  ],
  [
    'files',
    `select media_id as "mediaId", kind, mime, size::float8 as size, file_name as "name", state, created_at as "at"
     from media join family on family.id = contact_id where workspace_id = $1 order by created_at limit $2`,
  ],
];

/** Nobody has more of anything; who had would be told that it goes on. */
const mostRows = 20_000;

export type Gathered = Record<string, Held[]>;

/** Everything but the messages, which may be many. */
export async function gather(tx: Tx, contactId: string): Promise<Gathered> {
  const found: Gathered = {};
  for (const [name, select] of sections)
    found[name] = await tx.sql<Held>(`${family('$3')} ${select}`, [tx.workspaceId, mostRows, contactId]);
  return found;
}

const family = (contact: string): string => `with family as (
  select contact_id as id from contacts where workspace_id = $1 and (contact_id = ${contact} or merged_into = ${contact}))`;

export interface ToldMessage extends Held {
  messageId: string;
  at: Date;
  direction: 'in' | 'out';
  text: string | null;
  type: string;
}

const pageSize = 2_000;

/** A page of their messages, oldest first, from behind the last one that was read. */
export async function readMessagesAfter(
  tx: Tx,
  contactId: string,
  after: Pick<ToldMessage, 'at' | 'messageId'> | null,
): Promise<ToldMessage[]> {
  return tx.sql<ToldMessage>(
    `${family('$2')}
     select message.message_id as "messageId", message.at, message.direction, message.origin, message.type, message.text,
       message.content, message.status, message.sent_at as "sentAt", message.delivered_at as "deliveredAt",
       message.read_at as "readAt", message.category, message.price, message.edits, message.reactions
     from conversations talk join family on family.id = talk.contact_id
     join messages message on message.workspace_id = $1 and message.conversation_id = talk.conversation_id
     where talk.workspace_id = $1 and ($3::timestamptz is null or (message.at, message.message_id) > ($3, $4::uuid))
     order by message.at, message.message_id limit ${pageSize}`,
    [tx.workspaceId, contactId, after?.at ?? null, after?.messageId ?? null],
  );
}

export const isLastPage = (page: readonly ToldMessage[]): boolean => page.length < pageSize;
