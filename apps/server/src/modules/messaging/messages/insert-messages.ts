import type { SystemTx } from '../../../platform/db/index.ts';
import { textOf } from '../content/text.ts';
import { placeholderType, type NewMessage, type PlacedMessage } from './new-message.ts';

interface Places {
  conversationOf: (message: PlacedMessage) => string;
  replyToOf: (message: PlacedMessage) => string | undefined;
}

export async function insertMessages(
  tx: SystemTx,
  messages: readonly PlacedMessage[],
  { conversationOf, replyToOf }: Places,
): Promise<void> {
  const rows = messages.map((message) => ({
    workspace_id: message.workspaceId,
    message_id: message.messageId,
    conversation_id: conversationOf(message),
    contact_id: message.contactId,
    number_id: message.numberId,
    direction: message.direction,
    origin: message.origin,
    type: message.type,
    content: message.content,
    text: textOf(message.type, message.content) || null,
    at: message.at,
    wamid: message.wamid,
    status: message.status,
    reply_to_wamid: message.replyToWamid,
    reply_to_id: replyToOf(message),
    context: message.context,
    forwarded: message.forwarded,
  }));
  await tx.sql(
    `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type,
       content, text, at, wamid, status, sent_at, reply_to_wamid, reply_to_id, context, forwarded, created_at)
     select workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type, content, text, at,
       wamid, status, case when direction = 'out' then at end, reply_to_wamid, reply_to_id, context, forwarded, $2
     from json_to_recordset($1::json) as message (workspace_id uuid, message_id uuid, conversation_id uuid,
       contact_id uuid, number_id uuid, direction text, origin text, type text, content jsonb, text text, at timestamptz,
       wamid text, status text, reply_to_wamid text, reply_to_id uuid, context jsonb, forwarded boolean)`,
    [JSON.stringify(rows), tx.now],
  );
}

/** A message with what is in it. */
export type Filled = Pick<
  PlacedMessage,
  'workspaceId' | 'numberId' | 'messageId' | 'contactId' | 'type' | 'content'
>;

/**
 * Files of chats from before the number was connected follow their messages; nothing else is ever overwritten. Answers
 * the messages that have theirs now.
 */
export async function fillPlaceholders(
  tx: SystemTx,
  messages: readonly NewMessage[],
): Promise<readonly Filled[]> {
  const rows = messages.map(({ workspaceId, numberId, wamid, type, content }) => ({
    workspace_id: workspaceId,
    number_id: numberId,
    wamid,
    type,
    content,
    text: textOf(type, content) || null,
  }));
  if (rows.length === 0) return [];
  return tx.sql<Filled>(
    `update messages message set type = file.type, content = file.content, text = file.text
     from json_to_recordset($1::json)
       as file (workspace_id uuid, number_id uuid, wamid text, type text, content jsonb, text text)
     join message_keys known on known.workspace_id = file.workspace_id and known.number_id = file.number_id
       and known.wamid = file.wamid
     where message.workspace_id = known.workspace_id and message.message_id = known.message_id
       and message.type = '${placeholderType}'
     returning message.workspace_id as "workspaceId", message.number_id as "numberId",
       message.message_id as "messageId", message.contact_id as "contactId", message.type, message.content`,
    [JSON.stringify(rows)],
  );
}
