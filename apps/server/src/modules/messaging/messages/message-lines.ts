import type { Tx } from '../../../platform/db/index.ts';
import type { TimelineKind, ToldEvent } from '../../contacts/index.ts';
import { tellOfReason } from './ending.ts';

/**
 * A message is one line of a contact's timeline, with what has become of it: it stands where it came in, where WhatsApp took
 * it, or where it failed before. What was written on the phone app is known by its delivery first.
 */
export const messageLines: TimelineKind = {
  kind: 'messages',
  types: ['message.received', 'message.sent', 'message.failed', 'message.delivered'],
  where: `(type <> 'message.delivered' or data ->> 'origin' in ('app', 'meta'))`,
  tell: async (tx, told) => {
    const messages = await findMessages(tx, [...new Set(told.map(messageIdOf))]);
    const seen = new Set<string>();
    return new Map(
      told.map((event) => {
        const messageId = messageIdOf(event);
        const message = messages.get(messageId);
        const isToldElsewhere = event.type === 'message.failed' && message?.wamid != null;
        if (isToldElsewhere || seen.has(messageId)) return [event.eventId, null];
        seen.add(messageId);
        if (message === undefined) return [event.eventId, {}];
        const { wamid: _wamid, ...shown } = message;
        return [event.eventId, { ...shown, told: tellOfReason(message.reason) }];
      }),
    );
  },
};

const messageIdOf = ({ data }: ToldEvent): string => data['messageId'] as string;

interface ShownMessage {
  messageId: string;
  direction: 'in' | 'out';
  origin: string;
  messageType: string;
  text: string | null;
  saidAt: Date;
  status: string;
  reason: string | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  failedAt: Date | null;
  revokedAt: Date | null;
  numberName: string | null;
  sourceName: string | null;
  wamid: string | null;
}

async function findMessages(tx: Tx, messageIds: readonly string[]): Promise<Map<string, ShownMessage>> {
  const rows = await tx.sql<ShownMessage>(
    `select m.message_id as "messageId", m.direction, m.origin, m.type as "messageType", left(m.text, 400) as text,
       m.at as "saidAt", m.status, m.reason, m.delivered_at as "deliveredAt", m.read_at as "readAt",
       m.failed_at as "failedAt", m.revoked_at as "revokedAt", number.name as "numberName",
       source.name as "sourceName", m.wamid
     from messages m
     left join numbers number on number.workspace_id = $1 and number.number_id = m.number_id
     left join intents intent on intent.workspace_id = $1 and intent.intent_id = m.message_id
     left join send_sources source on source.workspace_id = $1 and source.source_id = intent.source_id
     where m.workspace_id = $1 and m.message_id = any($2::uuid[])`,
    [tx.workspaceId, messageIds],
  );
  return new Map(rows.map((row) => [row.messageId, row]));
}
