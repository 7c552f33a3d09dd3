import type { OutgoingMessage, SendAnswer } from '@trikon/whatsapp';
import type { BusinessNumber } from '../directory/records.ts';
import type { Effect } from '../faults/faults.ts';
import { refuse } from '../graph/errors.ts';
import { callingCodeOf } from '../people/countries.ts';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import { normaliseRecipient } from './checks/recipient.ts';
import { type Message, chatKey } from './message.ts';
import type { Messages } from './messages.ts';
import type { Neighbours, UsableTemplate } from './neighbours.ts';
import type { Progress } from './progress.ts';
import { type Failure, failureOf } from './verdict.ts';
import { digitsOf, wamid } from './wamid.ts';

export interface Sending {
  number: BusinessNumber;
  body: OutgoingMessage;
  /** By the Marketing Messages API. */
  lite: boolean;
}

/** `POST number/messages`: refuses at once what Meta refuses at once, and plans what becomes of the rest. */
export class Outgoing {
  readonly #messages: Messages;
  readonly #neighbours: Neighbours;
  readonly #progress: Progress;

  constructor(messages: Messages, neighbours: Neighbours, progress: Progress) {
    this.#messages = messages;
    this.#neighbours = neighbours;
    this.#progress = progress;
  }

  send({ number, body, lite }: Sending): unknown {
    refuseUnusable(number);
    takeThroughput(this.#messages, number);
    const content = contentOf(body);
    if (body.recipient_type === 'group') return this.#neighbours.sendToGroup(number, body.to ?? '', content);
    const person = recipientOf(this.#messages, number, body);
    refuseRecipient(this.#messages, this.#neighbours, { number, person });
    const template =
      body.type === 'template'
        ? this.#neighbours.useTemplate({ number, template: body.template, lite })
        : undefined;
    this.#neighbours.checkReferences(number, content);
    const message = this.#write({ number, person, body, content, template, lite });
    this.#decide(message, number, person, body);
    return answerOf(body, person, message);
  }

  #write({ number, person, body, content, template, lite }: Written): Message {
    const { now, all, emulator } = this.#messages;
    const ttl = template?.use.ttlSeconds ?? body.ttl_seconds;
    const message = all.put({
      id: wamid(person.id, emulator.world.random.hex(digitsOf.outbound)),
      numberId: number.id,
      wabaId: number.wabaId,
      person: person.id,
      chat: chatKey(number.id, person.id),
      origin: 'api',
      type: body.type,
      content,
      at: now,
      status: template?.held ? 'held' : 'accepted',
      lapsesAt: now + (ttl === undefined || ttl < 0 ? thirtyDays : ttl * 1000),
      ...(body.context && { replyTo: body.context.message_id }),
      ...(body.to === undefined && { byUserId: true }),
      ...(body.biz_opaque_callback_data !== undefined && { opaque: body.biz_opaque_callback_data }),
      ...(template && { template: template.use, filled: template.filled }),
      ...(lite && { lite }),
    });
    noteInChat(this.#messages, number, person, body);
    this.#messages.tell('accepted', message);
    return message;
  }

  /** Decides now, by what holds now, what the customer and the business will see later. */
  #decide(message: Message, number: BusinessNumber, person: Person, body: OutgoingMessage): void {
    const effects = this.#messages.emulator.faults.strike('message', { numberId: number.id });
    if (effects.some(({ type }) => type === 'no-status') || message.status === 'held') return;
    const failure = orderedFailure(effects) ?? this.#verdictOn(message, number, person, body);
    const wait = this.#delayOf(effects);
    if (failure) {
      this.#messages.all.change(message.id, { failure });
      this.#progress.plan(message, 'failed', wait);
      return;
    }
    const links = this.#neighbours.fetchLinks(number, message.content);
    if (links) void this.#sendWithMedia(message, links, wait);
    else if (effects.some(({ type }) => type === 'early-status')) this.#progress.take(message.id, 'sent');
    else this.#progress.plan(message, 'sent', wait);
  }

  async #sendWithMedia(message: Message, links: Promise<string | null>, wait: number): Promise<void> {
    const reason = await links;
    if (reason === null) this.#progress.plan(message, 'sent', wait);
    else this.#progress.fail(message.id, { code: 131053, details: reason });
  }

  #verdictOn(
    message: Message,
    number: BusinessNumber,
    person: Person,
    body: OutgoingMessage,
  ): Failure | null {
    const { now, cap, chats, allowance, emulator } = this.#messages;
    const { waba, business } = emulator.directory.ownersOf(number);
    return failureOf({
      message,
      person,
      chat: chats.get(message.chat),
      now,
      cap,
      ...(body.recipient_identity_key_hash !== undefined && {
        expectedIdentity: body.recipient_identity_key_hash,
      }),
      mayOpenConversation: () => this.#neighbours.mayOpenConversation(business.id, person.id),
      // Beyond the free replies nothing that costs is delivered without a way to pay.
      paysFor: () =>
        waba.hasPaymentMethod || (!message.template && allowance.left(number, waba.timezone) > 0),
      isInExperiment: () => emulator.world.random.chance(cap.setting.experimentShare),
    });
  }

  #delayOf(effects: Effect[]): number {
    const [from, to] = this.#messages.setting.value.sendMilliseconds as [number, number];
    const late = effects.find((effect) => effect.type === 'late-status');
    return this.#messages.emulator.world.random.integer(from, to) + (late ? late.seconds * 1000 : 0);
  }
}

interface Written extends Sending {
  person: Person;
  content: JsonObject;
  template: UsableTemplate | undefined;
}

const thirtyDays = 30 * 24 * 3_600_000;

function orderedFailure(effects: Effect[]): { code: number; details?: string } | null {
  const fail = effects.find((effect) => effect.type === 'fail');
  return fail ? { code: fail.code, ...(fail.details !== undefined && { details: fail.details }) } : null;
}

/** What the wire carried under the name of the message's type. */
const contentOf = (body: OutgoingMessage): JsonObject => ({
  [body.type]: (body as unknown as JsonObject)[body.type],
});

export function refuseUnusable({ registered, status }: BusinessNumber): void {
  if (!registered) refuse(133010, 'The phone number is not registered with the Cloud API.');
  if (status === 'BANNED' || status === 'RESTRICTED') refuse(131031, 'The business account was locked.');
  if (status === 'RATE_LIMITED')
    refuse(
      131048,
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
    );
  if (status !== 'CONNECTED' && status !== 'FLAGGED') refuse(133010, `The phone number is ${status}.`);
}

function takeThroughput(messages: Messages, number: BusinessNumber): void {
  if (!messages.setting.value.throughput) return;
  if (!messages.throughput.take(number.id, messages.rateOf(number), messages.now)) {
    refuse(130429, 'Cloud API message throughput has been reached.');
  }
}

/** `to` wins over `recipient`. */
function recipientOf(
  { people, emulator: { directory } }: Messages,
  number: BusinessNumber,
  { to, recipient }: OutgoingMessage,
): Person {
  if (to !== undefined) return people.get(normaliseRecipient(to, number.countryCode).slice(1));
  const person = people.byUserId(directory.ownersOf(number).business.id, recipient ?? '');
  return person ?? refuse(131009, 'Param recipient is not a valid business-scoped user ID of this business.');
}

function refuseRecipient(
  messages: Messages,
  neighbours: Neighbours,
  { number, person }: { number: BusinessNumber; person: Person },
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
  if (!messages.setting.value.pairRate) return;
  if (!messages.pairRate.take(chatKey(number.id, person.id), messages.now)) {
    refuse(
      131056,
      'Too many messages sent from this phone number to the same phone number in a short period of time.',
    );
  }
}

/** What a send means for the chat: an ad is answered, the typing ends, and the customer's number becomes known. */
function noteInChat(
  messages: Messages,
  number: BusinessNumber,
  person: Person,
  { to }: OutgoingMessage,
): void {
  const chat = messages.chatOf(number.id, person.id);
  const makesKnown = to !== undefined && person.hidesNumber;
  // Whoever has a phone in the world has the chat on it.
  if (!chat && messages.people.known.has(person.id)) messages.changeChat(number.id, person.id, {});
  if (!chat && !makesKnown) return;
  const now = messages.now;
  const answersAd = chat?.adAnswerUntil !== undefined && chat.adAnswerUntil > now;
  if (!answersAd && !makesKnown && chat?.businessTypingUntil === undefined) return;
  messages.changeChat(number.id, person.id, {
    ...(answersAd && { freeEntryUntil: now + 72 * 3_600_000, adAnswerUntil: undefined }),
    ...(makesKnown && { phoneKnownUntil: now + thirtyDays }),
    businessTypingUntil: undefined,
  });
}

function answerOf({ to, recipient, type }: OutgoingMessage, person: Person, message: Message): SendAnswer {
  return {
    messaging_product: 'whatsapp',
    contacts: [
      {
        input: to ?? recipient ?? '',
        ...(to !== undefined && { wa_id: person.id }),
        ...(recipient !== undefined && { user_id: recipient }),
      },
    ],
    messages: [
      {
        id: message.id,
        ...(type === 'template' && {
          message_status:
            message.status === 'held' ? ('held_for_quality_assessment' as const) : ('accepted' as const),
        }),
      },
    ],
  };
}
