import { chatKey } from '../messages/message.ts';
import { receive } from '../messages/receive.ts';
import { digitsOf, wamid } from '../messages/wamid.ts';
import type { JsonObject } from '../world/json.ts';
import type { EndedCall } from './call.ts';
import type { Calls } from './calls.ts';
import { settingsOf } from './right-to-call.ts';
import type { Ears } from './tell.ts';

/** What stays of a call: a line in the chat, and what it means for the permission to call. */
export function followCalls(calls: Calls): void {
  calls.onEnd((call, ears) => {
    showInChat(
      ears,
      'call',
      {
        outcome: call.outcome,
        ...(call.outcome === 'completed' && { seconds: call.seconds }),
      },
      call.direction === 'USER_INITIATED',
    );
    if (call.connectedAt !== undefined || call.unheard) return;
    if (call.direction === 'USER_INITIATED') offerCallback(calls, ears);
    else askToReconsider(calls, call, ears);
  });
}

/** Whoever tried to call in vain may be called back, where the business wants that (Meta, "Call settings"). */
export function offerCallback(
  { permissions, messages }: Calls,
  { number, person }: Omit<Ears, 'messages'>,
): void {
  const isWanted = settingsOf(number).callback_permission_status === 'ENABLED';
  if (!isWanted || permissions.of(number.id, person.id).permission !== 'none') return;
  permissions.allow(number.id, person.id, 'temporary');
  const until = permissions.of(number.id, person.id).until ?? 0;
  receive(messages, {
    number,
    person,
    type: 'interactive',
    content: {
      interactive: {
        type: 'call_permission_reply',
        call_permission_reply: {
          response: 'accept',
          is_permanent: false,
          expiration_timestamp: Math.floor(until / 1000),
          response_source: 'automatic',
        },
      },
    },
    opensWindow: false,
  });
}

function askToReconsider({ permissions }: Calls, { numberId, person: id }: EndedCall, ears: Ears): void {
  const outcome = permissions.noteUnanswered(numberId, id);
  if (outcome === 'nothing') return;
  const name = ears.number.verifiedName;
  const text =
    outcome === 'ask'
      ? `You have not answered ${name}. Choose in its profile whether it may call you.`
      : `${name} may not call you any more, since you have not answered.`;
  showInChat(ears, 'notice', { text }, true);
}

/** A line that only the phone shows; it was never sent and is never told. Whoever has no phone in the world sees none. */
function showInChat(
  { messages, number, person }: Ears,
  type: 'call' | 'notice',
  part: JsonObject,
  isOwn: boolean,
): void {
  if (!messages.people.known.has(person.id)) return;
  const { id } = messages.all.put({
    id: wamid(person.id, messages.emulator.world.random.hex(digitsOf.inbound)),
    numberId: number.id,
    wabaId: number.wabaId,
    person: person.id,
    chat: chatKey(number.id, person.id),
    origin: isOwn ? 'customer' : 'api',
    type,
    content: { [type]: part },
    at: messages.now,
    // Nothing is left to happen to it.
    status: isOwn ? 'received' : 'read',
  });
  messages.retention.settle(id);
}
