import { createHash } from 'node:crypto';
import type { BusinessNumber } from '../directory/records.ts';
import { webhookError } from '../graph/errors.ts';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import type { Chat, Message } from './message.ts';

/** How a customer appears to one portfolio: with a user id always, with a phone number unless it is hidden. */
export interface Appearance {
  name: string;
  userId: string;
  username?: string;
  phone?: string;
  identityHash?: string;
}

export function appearanceOf(
  person: Person,
  {
    userId,
    chat,
    number,
    now,
  }: { userId: string; chat: Chat | undefined; number: BusinessNumber; now: number },
): Appearance {
  const hidden = person.hidesNumber && (chat?.phoneKnownUntil ?? 0) <= now;
  return {
    name: person.name,
    userId,
    ...(person.username !== undefined && { username: person.username }),
    ...(!hidden && { phone: person.id }),
    ...(number.identityCheck && person.identityHash !== '' && { identityHash: person.identityHash }),
  };
}

export const metadataOf = ({ phone, id }: BusinessNumber): JsonObject => ({
  display_phone_number: phone,
  phone_number_id: id,
});

export const contactOf = ({ name, username, phone, userId, identityHash }: Appearance): JsonObject => ({
  profile: { name, ...(username !== undefined && { username }) },
  ...(phone !== undefined && { wa_id: phone }),
  user_id: userId,
  ...(identityHash !== undefined && { identity_key_hash: identityHash }),
});

interface Status {
  message: Message;
  appearance: Appearance;
  number: BusinessNumber;
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed';
  at: number;
  /** The price stands on `sent` and on the first of `delivered` and `read`. */
  priced: boolean;
  freeEntryUntil?: number;
}

/** The value of a `messages` change that tells how far a message came. */
export function statusValue({
  message,
  appearance,
  number,
  status,
  at,
  priced,
  freeEntryUntil,
}: Status): JsonObject {
  const { phone, userId, identityHash } = appearance;
  return {
    messaging_product: 'whatsapp',
    metadata: metadataOf(number),
    ...(status !== 'failed' &&
      status !== 'played' && { contacts: [contactOf(appearanceIn(status, appearance))] }),
    statuses: [
      {
        id: message.id,
        status,
        timestamp: String(Math.floor(at / 1000)),
        ...(phone !== undefined && { recipient_id: phone }),
        recipient_user_id: userId,
        ...(identityHash !== undefined && { recipient_identity_key_hash: identityHash }),
        ...(message.opaque !== undefined && { biz_opaque_callback_data: message.opaque }),
        ...(priced && freeEntryUntil !== undefined && conversationOf(message, status, freeEntryUntil)),
        ...(priced && message.price && { pricing: { ...message.price.pricing } }),
        ...(message.failure && { errors: [webhookError(message.failure.code, message.failure.details)] }),
      },
    ],
  };
}

/** User names stand on `delivered` and `read`, not on `sent` (Meta, "Business-scoped user IDs"). */
export function appearanceIn(status: string, { username, ...rest }: Appearance): Appearance {
  return status === 'sent' || username === undefined ? rest : { ...rest, username };
}

/** Conversations are told of within the free entry window only; their end on `sent` only (Meta, v24.0). */
function conversationOf({ chat }: Message, status: string, until: number): JsonObject {
  return {
    conversation: {
      id: createHash('md5').update(`${chat} ${until}`).digest('hex'),
      ...(status === 'sent' && { expiration_timestamp: String(Math.floor(until / 1000)) }),
      origin: { type: 'referral_conversion' },
    },
  };
}

/** The value of a `messages` change that brings what a customer did. */
export function inboundValue(
  number: BusinessNumber,
  message: JsonObject,
  contact: JsonObject | null,
): JsonObject {
  return {
    messaging_product: 'whatsapp',
    metadata: metadataOf(number),
    ...(contact && { contacts: [contact] }),
    messages: [message],
  };
}
