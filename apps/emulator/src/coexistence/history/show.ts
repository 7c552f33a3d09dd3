import type { HistoryStatus } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import { webhookError } from '../../graph/errors.ts';
import type { Message } from '../../messages/message.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Appearance } from '../../messages/values.ts';
import { isObject, type JsonObject } from '../../world/json.ts';
import { contextOf, sentTo } from '../wire.ts';

const media = new Set(['image', 'video', 'audio', 'document', 'sticker']);
const plain = new Set(['text', 'location', 'contacts', 'reaction', 'interactive', 'button', 'order']);

/** What changed other messages has no place of its own in the past. */
const passed = new Set(['edit', 'revoke', 'pin', 'system', 'notice', 'call', 'payment']);

export const isPast = ({ type, revoked, unheard, status }: Message): boolean =>
  !passed.has(type) && !revoked && !unheard && status !== 'held';

export const isMedia = ({ type }: Message): boolean => media.has(type);

/** A chat of the past: who it is with, and what was written, with media withheld. */
export function showThread(messages: Messages, number: BusinessNumber, past: Message[]): JsonObject {
  const [first] = past;
  const appearance = appearanceOf(messages, number, first?.person ?? '');
  const { phone, userId, username } = appearance;
  return {
    ...(phone !== undefined && { id: phone }),
    context: {
      ...(phone !== undefined && { wa_id: phone }),
      user_id: userId,
      ...(username !== undefined && { username }),
    },
    messages: past.map((message) => ({
      ...showHead(messages, number, message, appearance),
      ...(isMedia(message) ? { type: 'media_placeholder' } : showContent(message)),
      history_context: { status: statusOf(messages, message) },
    })),
  };
}

/** A file of the past, which follows its placeholder under the same id. */
export function showMedia(
  messages: Messages,
  number: BusinessNumber,
  message: Message,
  file: JsonObject,
): JsonObject {
  const appearance = appearanceOf(messages, number, message.person);
  return {
    ...showHead(messages, number, message, appearance),
    type: message.type,
    [message.type]: file,
  };
}

function showHead(
  messages: Messages,
  number: BusinessNumber,
  message: Message,
  appearance: Appearance,
): JsonObject {
  const { phone, userId } = appearance;
  const sides =
    message.origin === 'customer'
      ? { ...(phone !== undefined && { from: phone }), from_user_id: userId }
      : { from: number.phone, ...sentTo(appearance) };
  return {
    ...contextOf(messages, number, message),
    ...sides,
    id: message.id,
    timestamp: String(Math.floor(message.at / 1000)),
  };
}

function showContent({ type, content }: Message): JsonObject {
  const part = content[type];
  const isLive = isObject(part) && part.until !== undefined;
  return plain.has(type) && !isLive
    ? { type, ...content }
    : { type: 'unsupported', errors: [webhookError(131051)] };
}

/** What the business sent stands where it came to; what it got was read, or only arrived. */
function statusOf(messages: Messages, { origin, status, chat, at }: Message): HistoryStatus {
  if (origin === 'customer')
    return (messages.chats.get(chat)?.businessReadAt ?? 0) >= at ? 'READ' : 'DELIVERED';
  return statuses[status] ?? 'PENDING';
}

const statuses: Record<string, HistoryStatus> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'READ',
  played: 'PLAYED',
  failed: 'ERROR',
};

const appearanceOf = (messages: Messages, number: BusinessNumber, person: string): Appearance =>
  messages.appearance(number, messages.people.get(person));
