import type { BusinessNumber } from '../directory/records.ts';
import type { Person } from '../people/person.ts';
import { isObject, type JsonObject } from '../world/json.ts';
import { type Chat, type Message, chatKey } from './message.ts';
import type { Messages } from './messages.ts';
import { type Appearance, contactOf, inboundValue, metadataOf } from './values.ts';
import { digitsOf, wamid } from './wamid.ts';

export interface Received {
  number: BusinessNumber;
  person: Person;
  type: string;
  /** The distinctive part: `{ text: { body } }`. */
  content: JsonObject;
  /** `context` as the wire has it. */
  context?: JsonObject;
  referral?: JsonObject;
  /** What the business hears instead, where Meta does not pass on what the phone shows. */
  wire?: { type: string; content: JsonObject };
  groupId?: string;
  /** What no customer wrote opens no window. */
  opensWindow?: false;
}

const day = 24 * 3_600_000;

/**
 * A customer wrote: keeps the message, opens the window and tells who subscribed. What comes while the number is off the
 * Cloud API reaches its phone at most, and opens nothing; what somebody writes who is blocked reaches nobody.
 */
export function receive(messages: Messages, received: Received): Message {
  const { number, person, type, content, context } = received;
  const now = messages.now;
  const isKept = messages.isKeptFrom(number.id, person.id);
  if (!isKept) messages.throughput.note(number.id, messages.rateOf(number), now);
  const message = messages.all.put({
    id: wamid(messages.nameInIds(number, person), messages.emulator.world.random.hex(digitsOf.inbound)),
    numberId: number.id,
    wabaId: number.wabaId,
    person: person.id,
    chat: received.groupId ?? chatKey(number.id, person.id),
    origin: 'customer',
    type,
    content,
    at: now,
    status: 'received',
    ...(typeof context?.id === 'string' && { replyTo: context.id }),
    ...(received.groupId !== undefined && { groupId: received.groupId }),
    ...(received.referral && { referral: received.referral }),
    ...(isObject(context?.referred_product) && { product: context.referred_product }),
    ...(context?.forwarded === true && { forwarded: 'once' as const }),
    ...(context?.frequently_forwarded === true && { forwarded: 'often' as const }),
    ...(isKept && { unheard: true as const }),
  });
  if (isKept || !number.registered) messages.changeChat(number.id, person.id, {});
  else if (received.opensWindow !== false) openWindow(messages, received, now);
  if (!isKept && number.registered) tell(messages, received, message);
  if (!isKept) messages.tell('received', message);
  messages.retention.settle(message.id);
  return message;
}

/** Opens or refreshes the customer service window, as a message does and a call. */
export function openWindow(
  messages: Messages,
  { number, person, referral }: Pick<Received, 'number' | 'person' | 'referral'>,
  now: number,
): Chat {
  const known = !person.hidesNumber;
  return messages.changeChat(number.id, person.id, {
    windowUntil: now + day,
    lastInboundAt: now,
    ...(known && { phoneKnownUntil: now + 30 * day }),
    ...(referral && { adAnswerUntil: now + day }),
  });
}

function tell(messages: Messages, received: Received, message: Message): void {
  const { number, person } = received;
  const appearance = messages.appearance(number, person);
  const held = messages.chats.get(message.chat)?.agentHolds;
  const wire = wireOf(received, message, appearance);
  // Lines of the system name nobody, but for a change of identity (Meta, "System messages").
  const isNameless = received.type === 'system' && received.content.identity === undefined;
  const value = inboundValue(number, wire, isNameless ? null : contactOf(appearance));
  messages.emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId: number.id,
    // While Meta's own agent holds the thread, messages come on a field of their own.
    field: held ? 'standby' : 'messages',
    value: held
      ? {
          messaging_product: 'whatsapp',
          metadata: metadataOf(number),
          standby: { contacts: value.contacts, messages: value.messages },
        }
      : value,
  });
}

function wireOf(
  { type, content, context, referral, wire = { type, content }, groupId }: Received,
  { id, at }: Message,
  { phone, userId }: Appearance,
): JsonObject {
  return {
    ...(context && { context }),
    ...(phone !== undefined && { from: phone }),
    from_user_id: userId,
    id,
    timestamp: String(Math.floor(at / 1000)),
    type: wire.type,
    ...wire.content,
    ...(referral && { referral }),
    ...(groupId !== undefined && { group_id: groupId }),
  };
}
