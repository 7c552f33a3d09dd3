import type { ReadReceipt } from '@trikon/whatsapp';
import type { BusinessNumber } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import type { Messages } from './messages.ts';

const thirtyDays = 30 * 24 * 3_600_000;
const typing = 25_000;

/** The business read a message and all before it, and perhaps begins to write (Meta, "Mark messages as read"). */
export function markRead(
  messages: Messages,
  number: BusinessNumber,
  { message_id: id, typing_indicator: indicator }: ReadReceipt,
): { success: true } {
  const message = messages.all.get(id);
  const now = messages.now;
  if (message?.origin !== 'customer' || message.numberId !== number.id || now - message.at > thirtyDays) {
    refuse(131009, `Message with id ${id} does not exist, is not of a customer, or is older than 30 days.`);
  }
  if (message.groupId !== undefined) refuse(131009, 'Messages of groups cannot be marked as read.');
  const { businessReadAt = 0 } = messages.chats.get(message.chat) ?? {};
  messages.changeChat(number.id, message.person, {
    businessReadAt: Math.max(businessReadAt, message.at),
    ...(indicator && { businessTypingUntil: now + typing }),
  });
  return { success: true };
}
