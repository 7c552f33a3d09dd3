import type { BusinessNumber } from '../../directory/records.ts';
import { webhookError } from '../../graph/errors.ts';
import { WorldRefusal } from '../../door/world-door.ts';
import type { Message } from '../../messages/message.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Progress } from '../../messages/progress.ts';
import { type Received, receive } from '../../messages/receive.ts';
import type { Person } from '../../people/person.ts';
import type { JsonObject } from '../../world/json.ts';
import type { ActionAnswer, PhoneAction } from '../actions.ts';
import type { OwnerDesk, PhoneNeighbours } from '../neighbours.ts';

/** What acts on phones stand on. */
export interface Stage {
  messages: Messages;
  progress: Progress;
  desks: PhoneNeighbours;
  owners: OwnerDesk;
}

/** What is done for an action of a type; one table per family of actions. */
export type Acts<Actions extends PhoneAction> = {
  [Type in Actions['type']]: (
    person: Person,
    action: Extract<Actions, { type: Type }>,
  ) => ActionAnswer | Promise<ActionAnswer>;
};

export function numberOf({ messages }: Stage, chat: string): BusinessNumber {
  const number = messages.emulator.directory.numbers.get(chat);
  return number ?? fail(`There is no chat ${chat}.`, 404);
}

/** A message that is on this phone. */
export function messageOf(
  { messages }: Stage,
  person: Person,
  { chat, message: id }: { chat: string; message: string },
): Message {
  const message = messages.all.get(id);
  if (message?.person !== person.id || message.numberId !== chat)
    fail(`There is no message ${id} in this chat.`, 404);
  return message;
}

export const contextOf = (number: BusinessNumber, replyTo: string | undefined): { context?: JsonObject } =>
  replyTo === undefined ? {} : { context: { from: number.phone, id: replyTo } };

/** Has the business hear of something; a business that is blocked hears nothing. */
export function write({ messages, owners }: Stage, received: Received): ActionAnswer {
  if (received.person.blocked.includes(received.number.id))
    fail('You blocked this business; unblock it to write.', 409);
  if (!received.person.online) fail('The phone is offline.', 409);
  const isWithheld = owners.withholds(received.number, received.person.id);
  return { message: receive(messages, isWithheld ? { ...received, ...withheld() } : received).id };
}

/** Only the Business app has it; whether it opens a window is not documented, and so it does not. */
const withheld = (): Pick<Received, 'wire' | 'opensWindow'> => ({
  wire: { type: 'unsupported', content: { errors: [webhookError(131060)] } },
  opensWindow: false,
});

/** Meta passes on that there was something, and not what; the error has no link, as those of statuses have. */
export function unsupported(kind: string): NonNullable<Received['wire']> {
  const { href: _, ...error } = webhookError(131051, 'Message type is currently not supported.');
  return { type: 'unsupported', content: { errors: [error], unsupported: { type: kind } } };
}

export function fail(message: string, status = 400): never {
  throw new WorldRefusal(message, status);
}
