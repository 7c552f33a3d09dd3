import type { CallEvent, CallStatus, CallsValue } from '@trikon/whatsapp';
import type { BusinessNumber } from '../directory/records.ts';
import type { Messages } from '../messages/messages.ts';
import { type Appearance, contactOf, metadataOf } from '../messages/values.ts';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import type { EndedCall, VoiceCall } from './call.ts';

/** Who has to hear of a call, and as whom they see the customer. */
export interface Ears {
  messages: Messages;
  number: BusinessNumber;
  person: Person;
}

/** The customer's phone wants to talk, or its holder picked up. */
export function tellConnect(ears: Ears, call: VoiceCall, sdp: string): void {
  const sdp_type = call.direction === 'USER_INITIATED' ? ('offer' as const) : ('answer' as const);
  tell(ears, (appearance) => ({
    calls: [{ ...partsOf(ears, call, appearance), event: 'connect', session: { sdp_type, sdp } }],
  }));
}

/** How far a call of the business came. */
export function tellStatus(ears: Ears, { id, opaque }: VoiceCall, status: CallStatus['status']): void {
  tell(ears, ({ phone, userId }) => ({
    statuses: [
      {
        id,
        timestamp: secondsOf(ears.messages.now),
        type: 'call',
        status,
        ...(phone !== undefined && { recipient_id: phone }),
        recipient_user_id: userId,
        ...(opaque !== undefined && { biz_opaque_callback_data: opaque }),
      },
    ],
  }));
}

export function tellEnd(ears: Ears, call: EndedCall): void {
  tell(ears, (appearance) => ({
    calls: [
      {
        ...partsOf(ears, call, appearance),
        event: 'terminate',
        status: call.connectedAt === undefined ? 'FAILED' : 'COMPLETED',
        ...(call.connectedAt !== undefined && {
          start_time: secondsOf(call.connectedAt),
          end_time: secondsOf(ears.messages.now),
          duration: call.seconds,
        }),
      },
    ],
  }));
}

function tell(
  { messages, number, person }: Ears,
  valueOf: (appearance: Appearance) => Partial<CallsValue>,
): void {
  const appearance = messages.appearance(number, person);
  messages.emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId: number.id,
    field: 'calls',
    value: {
      messaging_product: 'whatsapp',
      metadata: metadataOf(number),
      contacts: [contactOf(appearance)],
      ...(valueOf(appearance) as JsonObject),
    },
  });
}

type Parts = Omit<CallEvent, 'event' | 'session' | 'status'>;

function partsOf({ messages, number }: Ears, call: VoiceCall, { phone, userId }: Appearance): Parts {
  const isTheirs = call.direction === 'USER_INITIATED';
  const customer = isTheirs
    ? { ...(phone !== undefined && { from: phone }), from_user_id: userId, to: number.phone }
    : { from: number.phone, ...(phone !== undefined && { to: phone }), to_user_id: userId };
  return {
    id: call.id,
    ...customer,
    direction: call.direction,
    timestamp: secondsOf(messages.now),
    ...(call.opaque !== undefined && { biz_opaque_callback_data: call.opaque }),
    ...(call.payload !== undefined && { deeplink_payload: call.payload }),
  };
}

const secondsOf = (at: number): string => String(Math.floor(at / 1000));
