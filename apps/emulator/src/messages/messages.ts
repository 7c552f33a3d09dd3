import type { Emulator } from '../emulator.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { Calendar } from '../pricing/calendar.ts';
import type { Collection, Index } from '../world/collection.ts';
import { Allowance } from './allowance.ts';
import { MarketingCap } from './marketing-cap.ts';
import { type Chat, chatKey, type Message } from './message.ts';
import { PairRate } from './pair-rate.ts';
import { Retention } from './retention.ts';
import { Throughput } from './throughput.ts';
import { type Appearance, appearanceOf } from './values.ts';

export type FactKind =
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'
  | 'received'
  /** What a customer did about a message: tapped its link, blocked or reported the business after it. */
  | 'clicked'
  | 'blocked'
  | 'reported';

export type FactListener = (message: Message, at: number) => void;

type Blocks = (numberId: string, person: string) => boolean;

/** All messages and chats of the world, and what limits them. The verbs on them stand in files of their own. */
export class Messages {
  readonly emulator: Emulator;
  readonly people: People;
  readonly all: Collection<Message>;
  readonly chats: Collection<Chat>;
  readonly ofChat: Index<Message>;
  readonly waitingFor: Index<Message>;
  readonly chatsOf: Index<Chat>;
  readonly chatsOfNumber: Index<Chat>;
  readonly throughput = new Throughput();
  readonly pairRate = new PairRate();
  readonly cap: MarketingCap;
  readonly allowance: Allowance;
  readonly calendar = new Calendar();
  readonly retention: Retention;
  readonly setting;
  readonly #listeners = new Map<FactKind, FactListener[]>();
  readonly #blocks: Blocks[] = [];

  constructor(emulator: Emulator, people: People) {
    const { world } = emulator;
    this.emulator = emulator;
    this.people = people;
    this.all = world.collection<Message>('messages');
    this.chats = world.collection<Chat>('chats');
    this.ofChat = this.all.index(({ chat }) => chat);
    this.waitingFor = this.all.index(({ waiting, person }) => (waiting ? person : undefined));
    this.chatsOf = this.chats.index(({ person }) => person);
    this.chatsOfNumber = this.chats.index(({ numberId }) => numberId);
    this.cap = new MarketingCap(world);
    this.allowance = new Allowance(world);
    this.retention = new Retention(world, this.all);
    this.setting = world.setting('messages', {
      throughput: true,
      standardPerSecond: 80,
      highPerSecond: 1000,
      businessAppPerSecond: 20,
      pairRate: true,
      sendMilliseconds: [40, 250],
    });
    // Limits hold for seconds; a restored world begins with none used.
    world.keep('message-rates', {
      save: () => [],
      restore: () => {
        this.throughput.forgetAll();
        this.pairRate.forgetAll();
      },
    });
  }

  /** Has a capability hear of every message that came so far: for quality, limits, analytics, phones. */
  on(kind: FactKind, listener: FactListener): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), listener]);
  }

  tell(kind: FactKind, message: Message): void {
    const now = this.emulator.world.clock.now();
    for (const listener of this.#listeners.get(kind) ?? []) listener(message, now);
  }

  /** Has a capability keep customers' messages from a business that blocked them. */
  keepFrom(blocks: Blocks): void {
    this.#blocks.push(blocks);
  }

  isKeptFrom(numberId: string, person: string): boolean {
    return this.#blocks.some((blocks) => blocks(numberId, person));
  }

  get now(): number {
    return this.emulator.world.clock.now();
  }

  /** Messages a second that a number may have, in and out. */
  rateOf({ onBusinessApp, throughput }: BusinessNumber): number {
    const { standardPerSecond, highPerSecond, businessAppPerSecond } = this.setting.value;
    if (onBusinessApp) return businessAppPerSecond;
    return throughput === 'HIGH' ? highPerSecond : standardPerSecond;
  }

  chatOf(numberId: string, person: string): Chat | undefined {
    return this.chats.get(chatKey(numberId, person));
  }

  /** Writes what a number and a customer are to each other; it begins with the first thing worth remembering. */
  changeChat(numberId: string, person: string, patch: Partial<Chat>): Chat {
    const id = chatKey(numberId, person);
    return this.chats.has(id)
      ? this.chats.change(id, patch)
      : this.chats.put({ id, numberId, person, ...patch });
  }

  /** What ids of messages say of a customer: the phone number, unless it is hidden from the business. */
  nameInIds(number: BusinessNumber, person: Person): string {
    if (!person.hidesNumber) return person.id;
    const { phone, userId } = this.appearance(number, person);
    return phone ?? userId;
  }

  appearance(number: BusinessNumber, person: Person): Appearance {
    const { businessId } = this.emulator.directory.ownersOf(number).waba;
    const userId = this.people.userIdOf(businessId, person);
    return appearanceOf(person, { userId, chat: this.chatOf(number.id, person.id), number, now: this.now });
  }
}
