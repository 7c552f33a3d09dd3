import type { Chance } from '../chance.ts';
import { silks, silksNumbers } from '../stage/meta.ts';

/** A change as Meta would tell it, with what has to come of it. */
export interface MetaEvent {
  kind: 'message' | 'echo' | 'status' | 'news';
  /** By which it is the same however often it is told: Meta's id, and the status of a status. */
  key: string;
  wamid?: string;
  status?: string;
  number: string;
  field: string;
  /** What stands in the field's list, or the whole value. */
  item: object;
}

/** How far each status is; the furthest that was told is what a message ends with. */
export const ranks: Record<string, number> = { sent: 20, failed: 30, delivered: 40, read: 50 };

/** Stories of customers and of the owner's phone, each a few events that belong together, told by chance. */
export class Events {
  readonly #chance: Chance;
  #made = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** What happens next, in no order that can be relied on. */
  next(): MetaEvent[] {
    const roll = this.#chance.share();
    if (roll < 0.55) return [this.#message()];
    if (roll < 0.95) return this.#echoWithStatuses();
    return [this.#news()];
  }

  #message(): MetaEvent {
    const { wamid, number, customer, at } = this.#one();
    const text = this.#chance.pick([
      'कीमत क्या है?',
      'Is it in stock?',
      'STOPPING by tomorrow 🙏',
      'ஆம்',
      'ok\u2028ok',
    ]);
    const item = {
      from: customer,
      id: wamid,
      timestamp: at,
      type: 'text',
      text: { body: `${text} ${this.#made}` },
    };
    return { kind: 'message', key: wamid, wamid, number, field: 'messages', item };
  }

  /** The owner writes on the phone; statuses may overtake the news of the message and each other. */
  #echoWithStatuses(): MetaEvent[] {
    const { wamid, number, customer, at } = this.#one();
    const echoed = {
      from: '912614001234',
      to: customer,
      id: wamid,
      timestamp: at,
      type: 'text',
      text: { body: 'Yes.' },
    };
    const echo: MetaEvent = {
      kind: 'echo',
      key: wamid,
      wamid,
      number,
      field: 'smb_message_echoes',
      item: echoed,
    };
    const told = this.#chance.pick([
      ['sent'],
      ['sent', 'delivered'],
      ['sent', 'delivered', 'read'],
      ['delivered', 'read'],
      ['sent', 'failed'],
      ['failed', 'delivered'],
    ]);
    const statuses = told.map((status): MetaEvent => {
      const errors =
        status === 'failed' ? { errors: [{ code: 131026, title: 'Message undeliverable' }] } : {};
      const item = { id: wamid, status, timestamp: at, recipient_id: customer, ...errors };
      return { kind: 'status', key: `${wamid} ${status}`, wamid, status, number, field: 'messages', item };
    });
    return this.#chance.shuffled([echo, ...statuses]);
  }

  /** Something nobody knows yet. */
  #news(): MetaEvent {
    const nth = (this.#made += 1);
    const value = { event: 'SOMETHING_NEW', nth };
    return { kind: 'news', key: `news ${nth}`, number: '', field: 'something_new', item: value };
  }

  #one() {
    const nth = (this.#made += 1);
    return {
      wamid: `wamid.CRASH${String(nth).padStart(9, '0')}`,
      number: this.#chance.pick(silksNumbers),
      customer: `9170${String(this.#chance.between(0, 399)).padStart(8, '0')}`,
      at: String(1_790_000_000 + nth),
    };
  }
}

/** One body for all of them, in the given order. */
export function bodyOf(events: readonly MetaEvent[]): string {
  const changes = events.map((event) => ({ field: event.field, value: valueOf(event) }));
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: silks.wabaId, changes }] });
}

function valueOf({ kind, number, item }: MetaEvent): object {
  if (kind === 'news') return item;
  const metadata = { display_phone_number: '912614001234', phone_number_id: number };
  const common = { messaging_product: 'whatsapp', metadata };
  if (kind === 'status') return { ...common, statuses: [item] };
  if (kind === 'echo') return { ...common, message_echoes: [item] };
  const { from } = item as { from: string };
  return { ...common, contacts: [{ profile: { name: 'Asha' }, wa_id: from }], messages: [item] };
}
