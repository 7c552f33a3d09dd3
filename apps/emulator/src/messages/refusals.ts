import type { OutgoingMessage } from '@trikon/whatsapp';
import type { BusinessNumber } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import { callingCodeOf } from '../people/countries.ts';
import type { Person } from '../people/person.ts';
import { normaliseRecipient } from './checks/recipient.ts';
import { chatKey } from './message.ts';
import type { Messages } from './messages.ts';
import type { Neighbours } from './neighbours.ts';

interface Addressed {
  number: BusinessNumber;
  person: Person;
}

/** What accounts say of the number: locked, restricted, in maintenance. */
export function refuseBarred(neighbours: Neighbours, number: BusinessNumber, type: string): void {
  const refusal = neighbours.refusalToSend(number, type === 'template' ? 'business' : 'customer');
  if (refusal) refuse(refusal.code, refusal.details);
}

export function refuseUnusable({ registered, phone, nameStatus, status }: BusinessNumber): void {
  if (!registered) refuse(133010, 'The phone number is not registered with the Cloud API.');
  if (status === 'BANNED' || status === 'RESTRICTED') refuse(131031, 'The business account was locked.');
  if (status === 'RATE_LIMITED')
    refuse(
      131048,
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
    );
  if (status !== 'CONNECTED' && status !== 'FLAGGED') refuse(133010, `The phone number is ${status}.`);
  const isNamed = nameStatus === 'APPROVED' || nameStatus === 'AVAILABLE_WITHOUT_REVIEW';
  if (phone.startsWith('1555') && !isNamed)
    refuse(
      131037,
      'The display name of a number that WhatsApp provides must be approved before it can send.',
    );
}

export function takeThroughput(messages: Messages, number: BusinessNumber): void {
  if (!messages.setting.value.throughput) return;
  if (!messages.throughput.take(number.id, messages.rateOf(number), messages.now)) {
    refuse(130429, 'Cloud API message throughput has been reached.');
  }
}

/** `to` wins over `recipient`. */
export function recipientOf(
  { people, emulator: { directory } }: Messages,
  number: BusinessNumber,
  { to, recipient }: OutgoingMessage,
): Person {
  if (to !== undefined) return people.get(normaliseRecipient(to, number.countryCode).slice(1));
  const person = people.byUserId(directory.ownersOf(number).business.id, recipient ?? '');
  return person ?? refuse(131009, 'Param recipient is not a valid business-scoped user ID of this business.');
}

export function refuseRecipient(
  messages: Messages,
  neighbours: Neighbours,
  { number, person }: Addressed,
): void {
  if (callingCodeOf(person.id) === undefined)
    refuse(131009, `Recipient phone number ${person.id} is not valid.`);
  if (person.id === number.phone) refuse(131021, 'Sender and recipient phone number is the same.');
  if (number.mode === 'SANDBOX' && !number.allowedRecipients.includes(person.id)) {
    refuse(
      131030,
      'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
    );
  }
  if (neighbours.isBlockedByBusiness(number, person.id))
    refuse(130403, 'The recipient is blocked by the business.');
  const { setting, pairRate, now } = messages;
  if (setting.value.pairRate && !pairRate.mayTake(chatKey(number.id, person.id), now)) {
    refuse(
      131056,
      'Too many messages sent from this phone number to the same phone number in a short period of time.',
    );
  }
}

const thirtyDays = 30 * 24 * 3_600_000;

/** Reactions need a message of the chat that is younger than 30 days and none itself (Meta, "Reaction messages"). */
export function refuseReaction(
  messages: Messages,
  { number, person }: Addressed,
  body: OutgoingMessage,
): void {
  if (body.type !== 'reaction') return;
  const { message_id: id } = body.reaction;
  const target = messages.all.get(id);
  const isThere =
    target?.chat === chatKey(number.id, person.id) &&
    target.type !== 'reaction' &&
    target.revoked !== true &&
    messages.now - target.at <= thirtyDays;
  if (!isThere) refuse(131009, `Message ${id} cannot be reacted to.`);
}

/** Authentication templates go to phone numbers alone. */
export function refuseUserId(body: OutgoingMessage, category: string | undefined): void {
  if (category === 'authentication' && body.to === undefined)
    refuse(131062, 'Authentication templates can only be sent to phone numbers.');
}
