import type { BusinessNumber } from '../directory/records.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import type { Appearance } from '../messages/values.ts';
import type { JsonObject } from '../world/json.ts';

/** To whom the business wrote: the number is missing while the customer hides it. */
export const sentTo = ({ phone, userId }: Appearance): JsonObject => ({
  ...(phone !== undefined && { to: phone }),
  to_user_id: userId,
});

/** The message that is answered, and who wrote that one. */
export function contextOf(
  messages: Messages,
  number: BusinessNumber,
  { replyTo, person }: Message,
): { context?: JsonObject } {
  if (replyTo === undefined) return {};
  const isOfCustomer = messages.all.get(replyTo)?.origin === 'customer';
  return { context: { from: isOfCustomer ? person : number.phone, id: replyTo } };
}
