import type { BusinessNumber } from '../directory/records.ts';
import { chatKey } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import { openWindow } from '../messages/receive.ts';
import { digitsOf, wamid } from '../messages/wamid.ts';
import type { Person } from '../people/person.ts';
import type { Collection, Index } from '../world/collection.ts';
import type { CallOutcome, EndedCall, VoiceCall } from './call.ts';
import type { Permissions } from './permissions.ts';
import { sdpOfPhone } from './sdp.ts';
import { type Ears, tellConnect, tellEnd, tellStatus } from './tell.ts';

type By = 'business' | 'customer' | 'nobody';

type RefusalToSend = (number: BusinessNumber) => { code: number; details: string } | null;

type EndListener = (call: EndedCall, ears: Ears) => void;

/** The calls that are under way: who rings, who talks, and who hears of it. A call that ended is in the journal alone. */
export class Calls {
  readonly messages: Messages;
  readonly permissions: Permissions;
  readonly all: Collection<VoiceCall>;
  readonly ofPerson: Index<VoiceCall>;
  readonly ofNumber: Index<VoiceCall>;
  readonly setting;
  /** Why a number can do nothing at all now: locked, not registered. */
  readonly refusalToSend: RefusalToSend;
  readonly #listeners: EndListener[] = [];

  constructor(messages: Messages, permissions: Permissions, refusalToSend: RefusalToSend) {
    const { world } = messages.emulator;
    this.messages = messages;
    this.permissions = permissions;
    this.refusalToSend = refusalToSend;
    this.all = world.collection<VoiceCall>('calls');
    this.ofPerson = this.all.index(({ person }) => person);
    this.ofNumber = this.all.index(({ numberId }) => numberId);
    // A call ends by itself after 30 to 60 seconds that nobody answers.
    this.setting = world.setting('calls', {
      ringSeconds: [30, 60],
      reachMilliseconds: 300,
      concurrent: 1000,
      lookupsPerSecond: 5,
      // Numbers of these countries cannot call (Meta, "Business-initiated calls").
      withoutBusinessCalls: ['US', 'CA', 'TR', 'EG', 'VN', 'NG'],
    });
    world.tasks.on<{ id: string }>('call.ring', ({ id }) => this.#ring(id));
    world.tasks.on<{ id: string }>('call.unanswered', ({ id }) => {
      const call = this.all.get(id);
      if (call && call.state !== 'connected') this.end(call, 'nobody');
    });
  }

  /** Has somebody hear of every call that is over. */
  onEnd(listener: EndListener): void {
    this.#listeners.push(listener);
  }

  between(numberId: string, person: string): VoiceCall | undefined {
    return this.ofPerson.all(person).find((call) => call.numberId === numberId);
  }

  /** What a phone rings with, or its holder talks in. */
  onPhone(person: string): VoiceCall | undefined {
    return this.ofPerson.all(person).find(({ state }) => state !== 'calling');
  }

  startByBusiness(number: BusinessNumber, person: Person, opaque: string | undefined): VoiceCall {
    const call = this.#put(number, person, 'BUSINESS_INITIATED', { ...(opaque !== undefined && { opaque }) });
    const { tasks } = this.messages.emulator.world;
    const at = call.at + this.setting.value.reachMilliseconds;
    tasks.schedule({ kind: 'call.ring', at, payload: { id: call.id } });
    return call;
  }

  /** A customer's call opens the window, whether or not it is answered. */
  startByCustomer(number: BusinessNumber, person: Person, payload: string | undefined): VoiceCall {
    const isKept = this.messages.isKeptFrom(number.id, person.id);
    const call = this.#put(number, person, 'USER_INITIATED', {
      ...(payload !== undefined && { payload }),
      ...(isKept && { unheard: true as const }),
    });
    if (isKept) return call;
    const ears = this.#ears(call);
    openWindow(this.messages, ears, this.messages.now);
    tellConnect(ears, call, sdpOfPhone('offer', this.messages.emulator.world.random));
    return call;
  }

  /** Whoever was called picks up. */
  connect(call: VoiceCall): void {
    const isOfBusiness = call.direction === 'BUSINESS_INITIATED';
    const connected = this.all.change(call.id, { state: 'connected', connectedAt: this.messages.now });
    this.permissions.noteConnected(call.numberId, call.person, isOfBusiness);
    if (!isOfBusiness) return;
    const ears = this.#ears(call);
    openWindow(this.messages, ears, this.messages.now);
    tellConnect(ears, connected, sdpOfPhone('answer', this.messages.emulator.world.random));
    tellStatus(ears, connected, 'ACCEPTED');
  }

  end(call: VoiceCall, by: By): void {
    this.all.delete(call.id);
    const { now } = this.messages;
    const ended: EndedCall = {
      ...call,
      outcome: outcomeOf(call, by),
      seconds: Math.floor(now / 1000) - Math.floor((call.connectedAt ?? now) / 1000),
    };
    const ears = this.#ears(call);
    if (call.direction === 'BUSINESS_INITIATED' && ended.outcome === 'declined')
      tellStatus(ears, call, 'REJECTED');
    if (!call.unheard) tellEnd(ears, ended);
    for (const listener of this.#listeners) listener(ended, ears);
  }

  #put(
    number: BusinessNumber,
    person: Person,
    direction: VoiceCall['direction'],
    more: Partial<VoiceCall>,
  ): VoiceCall {
    const { messages } = this;
    const { world } = messages.emulator;
    const [from, to] = this.setting.value.ringSeconds as [number, number];
    const ringsUntil = messages.now + world.random.integer(from, to) * 1000;
    const call = this.all.put({
      id: wamid(messages.nameInIds(number, person), world.random.hex(digitsOf.outbound)).replace(
        'wamid.',
        'wacid.',
      ),
      numberId: number.id,
      wabaId: number.wabaId,
      person: person.id,
      direction,
      state: direction === 'USER_INITIATED' ? 'ringing' : 'calling',
      at: messages.now,
      ringsUntil,
      ...more,
    });
    // Whoever has a phone in the world has the chat on it.
    if (messages.people.known.has(person.id) && !messages.chats.has(chatKey(number.id, person.id)))
      messages.changeChat(number.id, person.id, {});
    world.tasks.schedule({ kind: 'call.unanswered', at: ringsUntil, payload: { id: call.id } });
    return call;
  }

  /** A phone that is off, busy, or whose holder blocked the business stays silent. */
  #ring(id: string): void {
    const call = this.all.get(id);
    const person = call && this.messages.people.get(call.person);
    if (!call || call.state !== 'calling' || !person?.online) return;
    if (person.blocked.includes(call.numberId) || this.onPhone(person.id)) return;
    tellStatus(this.#ears(call), this.all.change(id, { state: 'ringing' }), 'RINGING');
  }

  #ears({ numberId, person }: VoiceCall): Ears {
    const { messages } = this;
    const number = messages.emulator.directory.numbers.get(numberId);
    if (!number) throw new Error(`The number ${numberId} of a call is gone.`);
    return { messages, number, person: messages.people.get(person) };
  }
}

function outcomeOf({ connectedAt, direction }: VoiceCall, by: By): CallOutcome {
  if (connectedAt !== undefined) return 'completed';
  const called = direction === 'USER_INITIATED' ? 'business' : 'customer';
  return by === called ? 'declined' : 'missed';
}
