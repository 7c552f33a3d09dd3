import { setTimeout } from 'node:timers/promises';
import type { OutgoingMessage, SendAnswer } from '@trikon/whatsapp';
import type { BusinessNumber } from '../directory/records.ts';
import type { Effect } from '../faults/faults.ts';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import { type Message, chatKey } from './message.ts';
import type { Messages } from './messages.ts';
import type { Neighbours, UsableTemplate } from './neighbours.ts';
import type { Progress } from './progress.ts';
import {
  recipientOf,
  refuseBarred,
  refuseReaction,
  refuseRecipient,
  refuseUnusable,
  refuseUserId,
  takeThroughput,
} from './refusals.ts';
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
    refuseBarred(this.#neighbours, number, body.type);
    refuseUnusable(number);
    takeThroughput(this.#messages, number);
    const content = contentOf(body);
    if (body.recipient_type === 'group') return this.#neighbours.sendToGroup(number, body, content);
    const person = recipientOf(this.#messages, number, body);
    refuseRecipient(this.#messages, this.#neighbours, { number, person });
    refuseReaction(this.#messages, { number, person }, body);
    this.#neighbours.checkReferences(number, content, person);
    const template =
      body.type === 'template'
        ? this.#neighbours.useTemplate({ number, template: body.template, lite })
        : undefined;
    refuseUserId(body, template?.use.category);
    const message = this.#write({ number, person, body, content, template, lite });
    const decided = this.#decide(message, number, person, body);
    const answer = answerOf(body, person, message);
    return decided ? decided.then(() => answer) : answer;
  }

  #write({ number, person, body, content, template, lite }: Written): Message {
    const { now, all, emulator } = this.#messages;
    const chat = chatKey(number.id, person.id);
    const quoted = all.get(body.context?.message_id ?? '');
    this.#messages.pairRate.take(chat, now);
    const ttl = template?.use.ttlSeconds ?? body.ttl_seconds;
    const name = body.to === undefined ? this.#messages.nameInIds(number, person) : person.id;
    const message = all.put({
      id: wamid(name, emulator.world.random.hex(digitsOf.outbound)),
      numberId: number.id,
      wabaId: number.wabaId,
      person: person.id,
      chat,
      origin: 'api',
      type: body.type,
      content,
      at: now,
      status: template?.held ? 'held' : 'accepted',
      lapsesAt: now + (ttl === undefined || ttl < 0 ? thirtyDays : ttl * 1000),
      // Whoever answers what is not there, or is no longer, sends without a quotation (Meta, "Contextual replies").
      ...(quoted?.chat === chat && { replyTo: quoted.id }),
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
  #decide(
    message: Message,
    number: BusinessNumber,
    person: Person,
    body: OutgoingMessage,
  ): Promise<void> | void {
    const { all, emulator, retention } = this.#messages;
    const effects = emulator.faults.strike('message', { numberId: number.id });
    if (effects.some(({ type }) => type === 'no-status')) return retention.settle(message.id);
    const failure = orderedFailure(effects) ?? this.#verdictOn(message, number, person, body);
    const wait = this.#delayOf(effects);
    if (failure) {
      all.change(message.id, { failure });
      if (message.status !== 'held') this.#progress.plan(message, 'failed', wait);
      return;
    }
    const links = this.#neighbours.fetchLinks(number, message.content);
    if (links) void this.#sendWithMedia(message, links, wait);
    else if (message.status === 'held') return;
    else if (effects.some(({ type }) => type === 'early-status')) return this.#tellEarly(message);
    else this.#progress.plan(message, 'sent', wait);
  }

  async #sendWithMedia(message: Message, links: Promise<string | null>, wait: number): Promise<void> {
    const reason = await links;
    const failure = { code: 131053, details: reason ?? '' };
    if (message.status === 'held') {
      if (reason !== null) this.#messages.all.change(message.id, { failure });
    } else if (reason === null) this.#progress.plan(message, 'sent', wait);
    else this.#progress.fail(message.id, failure);
  }

  /** The webhook is there before the answer, unless its receiver is slow. */
  async #tellEarly({ id }: Message): Promise<void> {
    this.#progress.take(id, 'sent');
    await Promise.race([
      this.#messages.emulator.webhooks.idle(),
      setTimeout(longestWait, undefined, { ref: false }),
    ]);
  }

  #verdictOn(
    message: Message,
    number: BusinessNumber,
    person: Person,
    body: OutgoingMessage,
  ): Failure | null {
    const { now, cap, chats, emulator } = this.#messages;
    const { business } = emulator.directory.ownersOf(number);
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

const longestWait = 2000;
const thirtyDays = 30 * 24 * 3_600_000;

function orderedFailure(effects: Effect[]): { code: number; details?: string } | null {
  const fail = effects.find((effect) => effect.type === 'fail');
  return fail ? { code: fail.code, ...(fail.details !== undefined && { details: fail.details }) } : null;
}

/** What the wire carried under the name of the message's type. */
const contentOf = (body: OutgoingMessage): JsonObject => ({
  [body.type]: (body as unknown as JsonObject)[body.type],
});

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
