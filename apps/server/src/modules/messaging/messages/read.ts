import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';

interface Conversation {
  conversationId: string;
  numberId: string;
  contactId: string;
  windowEndsAt: Date | null;
  freeEntryEndsAt: Date | null;
  freeEntryOfferedUntil: Date | null;
  lastMessageAt: Date | null;
  lastInboundAt: Date | null;
  lastOutboundAt: Date | null;
  standbySince: Date | null;
  createdAt: Date;
}

const conversationColumns = `conversation_id as "conversationId", number_id as "numberId", contact_id as "contactId",
  window_ends_at as "windowEndsAt", free_entry_ends_at as "freeEntryEndsAt",
  free_entry_offered_until as "freeEntryOfferedUntil", last_message_at as "lastMessageAt",
  last_inbound_at as "lastInboundAt", last_outbound_at as "lastOutboundAt", standby_since as "standbySince",
  created_at as "createdAt"`;

/** A contact, those merged into it, and the one that it was merged into. */
const family = (contact: string): string => `
  select relative.contact_id from contacts known
  join contacts relative on relative.workspace_id = known.workspace_id
    and coalesce(known.merged_into, known.contact_id) in (relative.contact_id, relative.merged_into)
  where known.workspace_id = $1 and known.contact_id = ${contact}`;

export async function listConversations(
  tx: Tx,
  { contactId }: { contactId: string },
): Promise<{ items: Conversation[] }> {
  const items = await tx.sql<Conversation>(
    `select ${conversationColumns} from conversations
     where workspace_id = $1 and contact_id in (${family('$2')})
     order by last_message_at desc nulls last, conversation_id desc`,
    [tx.workspaceId, contactId],
  );
  return { items };
}

export async function getConversation(
  tx: Tx,
  { conversationId }: { conversationId: string },
): Promise<Conversation> {
  const [found] = await tx.sql<Conversation>(
    `select ${conversationColumns} from conversations where workspace_id = $1 and conversation_id = $2`,
    [tx.workspaceId, conversationId],
  );
  if (found === undefined) throw notFound('conversation');
  return found;
}

export interface Message {
  messageId: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  direction: 'in' | 'out';
  origin: string;
  originId: string | null;
  type: string;
  content: unknown;
  text: string | null;
  at: Date;
  wamid: string | null;
  status: string;
  reason: string | null;
  error: unknown;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  failedAt: Date | null;
  replyToWamid: string | null;
  replyToId: string | null;
  context: unknown;
  forwarded: boolean;
  edits: unknown;
  editedAt: Date | null;
  revokedAt: Date | null;
  reactions: unknown;
  templateId: string | null;
  category: string | null;
  price: unknown;
  possibleDuplicate: boolean;
  createdAt: Date;
}

export const messageColumns = `message_id as "messageId", conversation_id as "conversationId", contact_id as "contactId",
  number_id as "numberId", direction, origin, origin_id as "originId", type, content, text, at, wamid, status, reason,
  error, sent_at as "sentAt", delivered_at as "deliveredAt", read_at as "readAt", failed_at as "failedAt",
  reply_to_wamid as "replyToWamid", reply_to_id as "replyToId", context, forwarded, edits, edited_at as "editedAt",
  revoked_at as "revokedAt", reactions, template_id as "templateId", category, price,
  possible_duplicate as "possibleDuplicate", created_at as "createdAt"`;

interface ThreadPage {
  conversationId: string;
  cursor?: string | undefined;
  limit: number;
}

/** Of the whole family of the contact, since each message stays under the contact to whom it was said. */
export async function listMessages(tx: Tx, { conversationId, cursor, limit }: ThreadPage) {
  const { numberId, contactId } = await getConversation(tx, { conversationId });
  const before = decodeCursor(cursor, ['time', 'uuid']);
  const threads = await tx.sql<{ id: string }>(
    `select conversation_id as id from conversations
     where workspace_id = $1 and number_id = $3 and contact_id in (${family('$2')})`,
    [tx.workspaceId, contactId, numberId],
  );
  // Each conversation by its own index; one condition over all of them would sort whole threads.
  const rows = await tx.sql<Message>(
    `select page.* from unnest($2::uuid[]) as thread (id), lateral (
       select ${messageColumns} from messages
       where workspace_id = $1 and conversation_id = thread.id
         and ($3::timestamptz is null or (at, message_id) < ($3, $4::uuid))
       order by at desc, message_id desc limit $5
     ) as page
     order by page.at desc, page."messageId" desc limit $5`,
    [tx.workspaceId, threads.map(({ id }) => id), before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  return pageOf(rows, limit, ({ at, messageId }) => [at.toISOString(), messageId]);
}
