import type { BusinessNumber } from '../directory/records.ts';
import { countryOf } from '../people/countries.ts';
import type { Person } from '../people/person.ts';
import { type Price, priceOf } from '../pricing/pricing.ts';
import type { Json } from '../world/json.ts';
import type { Message } from './message.ts';
import type { Messages } from './messages.ts';
import type { Neighbours } from './neighbours.ts';
import { statusValue } from './values.ts';
import { isFreeEntry, isOpen } from './verdict.ts';

type Step = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

interface Planned {
  id: string;
  step: Step;
}

const order: Record<string, number> = {
  held: 0,
  accepted: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  played: 4,
  failed: 9,
};

interface Turn {
  message: Message;
  number: BusinessNumber;
  person: Person;
}

/** What becomes of an accepted message: sent, arrived, read, each a task of the world at its own time. */
export class Progress {
  readonly #messages: Messages;
  readonly #neighbours: Neighbours;

  constructor(messages: Messages, neighbours: Neighbours) {
    this.#messages = messages;
    this.#neighbours = neighbours;
    messages.emulator.world.tasks.on('message.step', (planned) => {
      const { id, step } = planned as unknown as Planned;
      this.take(id, step);
    });
  }

  /** Plans the next step of a message. */
  plan({ id }: Message, step: Step, milliseconds: number): void {
    const { world } = this.#messages.emulator;
    const payload: Planned = { id, step };
    world.tasks.schedule({
      kind: 'message.step',
      at: this.#messages.now + milliseconds,
      payload: payload as unknown as Json,
    });
  }

  /** Takes a step now, when it is the message's turn; statuses only move forward. */
  take(id: string, step: Step): void {
    const message = this.#messages.all.get(id);
    const number = message && this.#messages.emulator.directory.numbers.get(message.numberId);
    if (!number || !isForward(message, step)) return;
    if (step !== 'failed' && (message.lapsesAt ?? Infinity) <= this.#messages.now)
      return this.#lapse(message);
    this[step]({ message, number, person: this.#messages.people.get(message.person) });
  }

  fail(id: string, failure: { code: number; details?: string }): void {
    this.#messages.all.change(id, { failure });
    this.take(id, 'failed');
  }

  /** Pacing lets the messages of a template go that it held back, or fails them. */
  endHolding(templateId: string, outcome: 'fail' | 'release'): void {
    const held = this.#messages.all.filter(
      ({ status, template }) => status === 'held' && template?.id === templateId,
    );
    for (const { id } of held) {
      if (outcome === 'release') this.take(id, 'sent');
      else this.fail(id, { code: 132015, details: 'The template was paused because of low quality.' });
    }
  }

  /** A phone came online: what waited for it arrives. */
  arriveAt(person: string): void {
    for (const { id } of this.#messages.waitingFor.all(person)) this.take(id, 'delivered');
  }

  /** A customer opened a chat: everything in it is read. */
  readAll(chat: string): void {
    const unread = this.#messages.ofChat
      .all(chat)
      .filter(({ origin, status }) => origin !== 'customer' && ['sent', 'delivered'].includes(status));
    for (const { id } of unread) this.take(id, 'read');
  }

  private sent({ message, number, person }: Turn): void {
    const sent = this.#change(message, { status: 'sent', ...this.#priceNow(message, number) });
    this.#tell(sent, number, person, 'sent');
    if (message.type === 'reaction' || person.blocked.includes(number.id)) {
      this.#messages.retention.settle(message.id);
    } else if (person.online) {
      this.plan(sent, 'delivered', this.#between(person.habits.deliverSeconds));
    } else {
      this.#change(message, { waiting: true });
    }
  }

  private delivered({ message, number, person }: Turn): void {
    if (!person.online) {
      this.#change(message, { waiting: true });
      return;
    }
    const { cap, now, chats, emulator, retention } = this.#messages;
    const delivered = this.#change(message, { status: 'delivered', deliveredAt: now, waiting: undefined });
    this.#tell(delivered, number, person, 'delivered');
    if (message.template?.category === 'marketing' && !isOpen(chats.get(message.chat), now))
      cap.noteDelivered(person.id, now);
    const willRead = person.reading === 'fast' && emulator.world.random.chance(person.habits.readShare);
    if (willRead) this.plan(delivered, 'read', this.#between(person.habits.readSeconds));
    else retention.settle(message.id);
  }

  private read({ message, number, person }: Turn): void {
    const { now, cap, retention } = this.#messages;
    const unseen = message.deliveredAt === undefined && { deliveredAt: now };
    const read = this.#change(message, { status: 'read', readAt: now, waiting: undefined, ...unseen });
    if (message.template?.category === 'marketing') cap.noteRead(person.id);
    this.#tell(read, number, person, 'read');
    retention.settle(message.id);
  }

  private played({ message, number, person }: Turn): void {
    this.#tell(this.#change(message, { status: 'played' }), number, person, 'played');
  }

  private failed({ message, number, person }: Turn): void {
    this.#tell(this.#change(message, { status: 'failed', waiting: undefined }), number, person, 'failed');
    this.#messages.retention.settle(message.id);
  }

  /** A message that came too late is dropped without a word. */
  #lapse(message: Message): void {
    this.#change(message, { waiting: undefined });
    this.#messages.retention.settle(message.id);
  }

  #change({ id }: Message, patch: Partial<Message>): Message {
    return this.#messages.all.change(id, patch);
  }

  #between([from, to]: [number, number]): number {
    return Math.round((from + (to - from) * this.#messages.emulator.world.random.next()) * 1000);
  }

  /** Whoever switched receipts off is seen reading by nobody but the world. */
  #tell(message: Message, number: BusinessNumber, person: Person, status: Step): void {
    const { chats, now, emulator } = this.#messages;
    this.#messages.tell(status, message);
    // Meta documents no statuses for what was written in the Business app.
    if (message.origin === 'business-app') return;
    if ((status === 'read' || status === 'played') && !person.receipts) return;
    const { freeEntryUntil = 0 } = chats.get(message.chat) ?? {};
    const value = statusValue({
      message,
      appearance: this.#messages.appearance(number, person),
      number,
      status,
      at: now,
      priced: isPriced(message, status),
      ...(freeEntryUntil > now && { freeEntryUntil }),
    });
    emulator.webhooks.send({ wabaId: message.wabaId, numberId: number.id, field: 'messages', value });
  }

  /** The price is fixed when the message is sent; the free replies of the month are used up then. */
  #priceNow(message: Message, number: BusinessNumber): { price?: Price } {
    if (message.type === 'reaction' || message.origin === 'business-app') return {};
    const { allowance, chats, now, emulator } = this.#messages;
    const { waba } = emulator.directory.ownersOf(number);
    const chat = chats.get(message.chat);
    const category = message.template?.category ?? 'service';
    const inFreeEntry = isFreeEntry(chat, now);
    const left = category === 'service' ? allowance.left(number, waba.timezone) : 0;
    if (left > 0 && !inFreeEntry) allowance.use(number, waba.timezone);
    const from = category === 'authentication' ? this.#neighbours.internationalFrom(number) : undefined;
    return {
      price: priceOf({
        at: now,
        category,
        inWindow: isOpen(chat, now),
        inFreeEntry,
        lite: message.lite === true,
        country: countryOf(message.person) ?? 'ZZ',
        allowance: left,
        ...(from !== undefined && { internationalFrom: from }),
      }),
    };
  }
}

const isForward = ({ status }: Message, step: Step): boolean =>
  status !== 'failed' && status !== 'received' && (order[step] ?? 0) > (order[status] ?? 9);

/** `sent` tells the price, and so does the first of `delivered` and `read`. */
const isPriced = ({ deliveredAt, readAt }: Message, status: Step): boolean =>
  status === 'sent' || status === 'delivered' || (status === 'read' && deliveredAt === readAt);
