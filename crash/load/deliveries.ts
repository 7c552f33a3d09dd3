import { createHash, createHmac } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { Chance } from '../chance.ts';
import { Journal, moment } from '../journal.ts';
import { silks } from '../stage/meta.ts';
import { bodyOf, Events, type MetaEvent } from './events.ts';

/** A line of the journal: what a body is, before it is delivered for the first time, or how a delivery was answered. */
export type DeliveryLine =
  | {
      at: number;
      made: string;
      sort: BodySort;
      events: Pick<MetaEvent, 'kind' | 'key' | 'wamid' | 'status'>[];
    }
  | { at: number; delivered: string; status: number; milliseconds: number };

/** Told by Meta; signed and of no sense; signed by somebody else. */
export type BodySort = 'told' | 'poisoned' | 'forged';

interface Body {
  id: string;
  sort: BodySort;
  bytes: Buffer;
}

interface DeliveriesOptions {
  folder: string;
  url: string;
  door: string;
  chance: Chance;
  bodiesPerSecond: number;
}

const mostUnanswered = 400;
const patience = 9_000;

/**
 * Delivers webhooks as Meta does: signed, out of order, doubled, the same news in different bodies, again and again until
 * they are answered with 200. Everything it did stands in its journal.
 */
export class Deliveries {
  readonly file: string;
  readonly #journal: Journal<DeliveryLine>;
  readonly #options: DeliveriesOptions;
  readonly #events: Events;
  readonly #agent = new Agent({ connections: 48, headersTimeout: patience, bodyTimeout: patience });
  readonly #underWay = new Set<Promise<void>>();
  /** Told before, to be told once more in other company. */
  readonly #again: MetaEvent[] = [];
  /** Happened, and told in one of the next bodies. */
  #waiting: MetaEvent[] = [];
  #making: Promise<void> | undefined;
  #lastBody: Body | undefined;
  #over = false;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
    this.#events = new Events(options.chance.for('events'));
    this.file = path.join(options.folder, 'deliveries.ndjson');
    this.#journal = new Journal(this.file);
  }

  start(): void {
    this.#making = this.#make();
  }

  /** Makes nothing new and delivers what there is, for so long at most; whether all of it was answered. */
  async finish(milliseconds: number): Promise<boolean> {
    this.#over = true;
    await this.#making;
    const late = pause(milliseconds, 'late');
    return (await Promise.race([Promise.all(this.#underWay), late])) !== 'late';
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
    this.#journal.close();
  }

  async #make(): Promise<void> {
    const { chance, bodiesPerSecond } = this.#options;
    const started = performance.now();
    for (let nth = 0; !this.#over; nth++) {
      await pause(Math.max(1, started + (nth * 1000) / bodiesPerSecond - performance.now()));
      while (this.#underWay.size > mostUnanswered && !this.#over) await pause(20);
      this.#send(this.#nextBody());
      // The very same bytes in the very same moment.
      if (chance.hits(0.05)) this.#send(this.#lastBody!);
    }
  }

  #nextBody(): Body {
    const { chance } = this.#options;
    const roll = chance.share();
    if (roll < 0.01)
      return this.#body('poisoned', Buffer.from(`{"object":"whatsapp_business_account", ${chance.share()}`));
    if (roll < 0.03) {
      const events = this.#events.next();
      return this.#body('forged', Buffer.from(bodyOf(events)), events);
    }
    while (this.#waiting.length < 12) this.#waiting.push(...this.#events.next());
    this.#waiting = chance.shuffled(this.#waiting);
    const told = this.#waiting.splice(0, chance.between(1, 8));
    const repeated = this.#again.splice(0, chance.between(0, 2));
    for (const event of told) if (chance.hits(0.15)) this.#again.push(event);
    const events = chance.shuffled([...told, ...repeated]);
    return this.#body('told', Buffer.from(bodyOf(events)), events);
  }

  #body(sort: BodySort, bytes: Buffer, events: MetaEvent[] = []): Body {
    const id = createHash('sha256').update(bytes).digest('hex');
    const made = events.map(({ kind, key, wamid, status }) => ({ kind, key, wamid, status }));
    this.#journal.write({ at: moment(), made: id, sort, events: made });
    this.#lastBody = { id, sort, bytes };
    return this.#lastBody;
  }

  #send(body: Body): void {
    const sending = this.#insist(body).finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  /** Meta's days are seconds here. */
  async #insist(body: Body): Promise<void> {
    const { chance } = this.#options;
    for (
      let wait = 100;
      (await this.#deliver(body)) !== 200 && body.sort !== 'forged';
      wait = Math.min(2_000, wait * 2)
    )
      await pause(wait * (0.5 + Math.random()));
    if (body.sort === 'forged' || !chance.hits(0.1)) return;
    await pause(chance.between(0, 3_000));
    while ((await this.#deliver(body)) !== 200) await pause(1_000);
  }

  async #deliver({ id, sort, bytes }: Body): Promise<number> {
    const { url, door } = this.#options;
    const secret = sort === 'forged' ? 'of somebody else' : silks.appSecret;
    const signature = `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    const started = performance.now();
    const status = await request(`${url}${door}`, {
      method: 'POST',
      body: bytes,
      headers,
      dispatcher: this.#agent,
    }).then(
      async (answer) => {
        await answer.body.dump();
        return answer.statusCode;
      },
      () => 0,
    );
    this.#journal.write({
      at: moment(),
      delivered: id,
      status,
      milliseconds: Math.round(performance.now() - started),
    });
    return status;
  }
}
