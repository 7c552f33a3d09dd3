import { createHash } from 'node:crypto';
import type { HistoryOf, MessageRecord } from '../accounts/numbers/message-history.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';

/** The messages of a number that are still known, the newest first, with what became of each. */
export const messageRecords =
  (messages: Messages): HistoryOf =>
  (numberId, messageId) => {
    if (messageId === undefined)
      return messages.all
        .filter((message) => isOf(message, numberId))
        .map(recordOf)
        .toReversed();
    const message = messages.all.get(messageId);
    return message && isOf(message, numberId) ? [recordOf(message)] : [];
  };

const isOf = ({ numberId, origin }: Message, wanted: string): boolean =>
  origin === 'api' && numberId === wanted;

function recordOf({ id: messageId, at, status, deliveredAt, readAt, failure }: Message): MessageRecord {
  const id = digitsOf(messageId);
  const isSent = status !== 'held' && status !== 'accepted' && !failure;
  const events = [
    ...(isSent ? [{ status: 'SENT' as const, at }] : []),
    ...(deliveredAt === undefined ? [] : [{ status: 'DELIVERED' as const, at: deliveredAt }]),
    ...(readAt === undefined ? [] : [{ status: 'READ' as const, at: readAt }]),
    ...(failure ? [{ status: 'FAILED' as const, at, error: failure.details ?? String(failure.code) }] : []),
  ];
  return { id, messageId, events: events.map((event, place) => ({ ...event, id: `${id}${place + 1}` })) };
}

/** Fifteen digits that belong to a message for ever. */
function digitsOf(messageId: string): string {
  const number = createHash('sha256').update(messageId).digest().readUIntBE(0, 6);
  return String(100_000_000_000_000 + number);
}
