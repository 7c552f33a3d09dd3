import type { BusinessNumber } from '../directory/records.ts';
import type { Person } from '../people/person.ts';
import type { Json } from '../world/json.ts';
import type { Message } from './message.ts';
import type { Messages } from './messages.ts';
import type { Neighbours } from './neighbours.ts';
import { priceNow } from './price-now.ts';
import { statusValue } from './values.ts';
import { isOpen } from './verdict.ts';

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
    messages.emulator.world.tasks.on<string>('message.lapse', (id) => {
      const message = messages.all.get(id);
      if (message?.waiting) this.#lapse(message);
    });
    // Phones of the crowd come online when the crowd's habits say so.
    messages.emulator.world.onChange(({ collection, id }) => {
      if (collection === 'settings' && id === 'crowd') this.#arriveAtAll();
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
    for (const { id, failure } of held) {
      if (outcome === 'release') this.take(id, failure ? 'failed' : 'sent');
      else this.fail(id, { code: 132015, details: 'The template was paused because of low quality.' });
    }
  }

  /** A phone came online: what waited for it arrives. */
  arriveAt(person: string): void {
    for (const { id } of this.#messages.waitingFor.all(person)) this.take(id, 'delivered');
  }

  /** A customer opened a chat: everything in it is read, also what was about to arrive. */
  readAll(chat: string): void {
    const { ofChat, now, people } = this.#messages;
    const unread = ofChat
      .all(chat)
      .filter(({ lapsesAt = Infinity, ...message }) => lapsesAt > now && isUnread(message));
    for (const { id, status, numberId, person } of unread) {
      const { receipts, blocked } = people.get(person);
      if (status === 'sent' && blocked.includes(numberId)) continue;
      // Without receipts the business hears of the arrival at least.
      if (status === 'sent' && !receipts) this.take(id, 'delivered');
      this.take(id, 'read');
    }
  }

  private sent({ message, number, person }: Turn): void {
    const priced = priceNow(this.#messages, this.#neighbours, { message, number });
    const { waba } = this.#messages.emulator.directory.ownersOf(number);
    if (priced?.price.pricing.billable && !waba.hasPaymentMethod) return this.fail(message.id, unpaid);
    priced?.useAllowance();
    const sent = this.#change(message, { status: 'sent', ...(priced && { price: priced.price }) });
    this.#tell(sent, number, person, { status: 'sent', priced: true });
    if (message.type === 'reaction') {
      this.#messages.retention.settle(message.id);
    } else if (person.blocked.includes(number.id)) {
      this.#lapse(sent);
    } else if (person.online) {
      this.plan(sent, 'delivered', this.#between(person.habits.deliverSeconds));
    } else {
      this.#wait(message);
    }
  }

  /** Until the phone comes online, or the message lapses. What waits for the crowd is forgotten with the oldest. */
  #wait(message: Message): void {
    if (message.waiting) return;
    this.#change(message, { waiting: true });
    if (!this.#messages.people.known.has(message.person)) return this.#messages.retention.settle(message.id);
    if (message.lapsesAt === undefined) return;
    const { tasks } = this.#messages.emulator.world;
    tasks.schedule({ kind: 'message.lapse', at: message.lapsesAt, payload: message.id });
  }

  #arriveAtAll(): void {
    const { people, all } = this.#messages;
    for (const { id } of all.filter(({ waiting, person }) => waiting === true && people.get(person).online))
      this.take(id, 'delivered');
  }

  private delivered({ message, number, person }: Turn): void {
    // Whoever blocked the business in the meantime never gets it.
    if (person.blocked.includes(number.id)) return this.#lapse(message);
    if (!person.online) return this.#wait(message);
    const { cap, now, chats, emulator, retention } = this.#messages;
    const delivered = this.#change(message, { status: 'delivered', deliveredAt: now, waiting: undefined });
    this.#tell(delivered, number, person, { status: 'delivered', priced: true });
    if (message.template?.category === 'marketing' && !isOpen(chats.get(message.chat), now))
      cap.noteDelivered(person.id, now);
    const willRead = person.reading === 'fast' && emulator.world.random.chance(person.habits.readShare);
    if (willRead) this.plan(delivered, 'read', this.#between(person.habits.readSeconds));
    else retention.settle(message.id);
  }

  private read({ message, number, person }: Turn): void {
    const { now, cap, retention } = this.#messages;
    const isFirst = message.deliveredAt === undefined;
    const read = this.#change(message, {
      status: 'read',
      readAt: now,
      waiting: undefined,
      ...(isFirst && { deliveredAt: now }),
    });
    if (message.template?.category === 'marketing') cap.noteRead(person.id);
    this.#tell(read, number, person, { status: 'read', priced: isFirst });
    retention.settle(message.id);
  }

  private played({ message, number, person }: Turn): void {
    this.#tell(this.#change(message, { status: 'played' }), number, person, { status: 'played' });
  }

  private failed({ message, number, person }: Turn): void {
    const failed = this.#change(message, { status: 'failed', waiting: undefined });
    this.#tell(failed, number, person, { status: 'failed' });
    this.#messages.retention.settle(message.id);
  }

  /** A message that came too late, or to who blocked the business, is dropped without a word. */
  #lapse(message: Message): void {
    const { now } = this.#messages;
    this.#change(message, { waiting: undefined, lapsesAt: Math.min(message.lapsesAt ?? now, now) });
    this.#messages.retention.settle(message.id);
  }

  #change({ id }: Message, patch: Partial<Message>): Message {
    return this.#messages.all.change(id, patch);
  }

  #between([from, to]: [number, number]): number {
    return Math.round((from + (to - from) * this.#messages.emulator.world.random.next()) * 1000);
  }

  /** Whoever switched receipts off is seen reading by nobody but the world. */
  #tell(
    message: Message,
    number: BusinessNumber,
    person: Person,
    { status, priced = false }: { status: Step; priced?: boolean },
  ): void {
    const { now, emulator } = this.#messages;
    this.#messages.tell(status, message);
    // Meta documents no statuses for what was written in the Business app.
    if (message.origin === 'business-app') return;
    if ((status === 'read' || status === 'played') && !person.receipts) return;
    const { freeEntryUntil } = this.#messages.chats.get(message.chat) ?? {};
    const isFree = message.price?.pricing.type === 'free_entry_point';
    const value = statusValue({
      message,
      appearance: this.#messages.appearance(number, person),
      number,
      status,
      at: now,
      priced,
      ...(isFree && freeEntryUntil !== undefined && { freeEntryUntil }),
    });
    emulator.webhooks.send({ wabaId: message.wabaId, numberId: number.id, field: 'messages', value });
  }
}

/** The code is Meta's for all trouble with payment; which one stands here is not documented. */
const unpaid = {
  code: 131042,
  details: 'Message failed to send because there were one or more errors related to your payment method.',
};

const isUnread = ({ origin, type, status }: Pick<Message, 'origin' | 'type' | 'status'>): boolean =>
  origin !== 'customer' && type !== 'reaction' && (status === 'sent' || status === 'delivered');

const isForward = ({ status }: Message, step: Step): boolean =>
  status !== 'failed' && status !== 'received' && (order[step] ?? 0) > (order[status] ?? 9);
