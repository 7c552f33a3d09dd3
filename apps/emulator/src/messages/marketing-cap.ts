import type { Json } from '../world/json.ts';
import type { World } from '../world/world.ts';

const day = 24 * 3_600_000;

/** Marketing messages that one person got lately, over all businesses; the newest last. */
interface Received {
  at: number[];
  /** How many of the newest in a row were not read. */
  unread: number;
}

/**
 * How many marketing messages a person gets in a day from all businesses together. Meta decides that by how much they
 * read and names no figures; here whoever read none of the last three gets half (Meta, "Per-user marketing limits").
 */
export class MarketingCap {
  readonly #received = new Map<string, Received>();
  readonly #setting;
  #sweepAt = 1024;

  constructor(world: World) {
    this.#setting = world.setting('marketing', {
      perPersonAndDay: 6,
      experimentShare: 0,
      pausedCountries: ['US'],
      // The European Economic Area, the United Kingdom, Japan and South Korea.
      uncappedCountries:
        'AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE GB JP KR'.split(
          ' ',
        ),
    });
    world.keep('marketing-cap', {
      save: () => [...this.#received].map(([person, { at, unread }]) => [person, unread, ...at] as Json),
      restore: (values) => {
        this.#received.clear();
        for (const [person, unread, ...at] of values as [string, number, ...number[]][])
          this.#received.set(person, { at, unread });
      },
    });
  }

  get setting() {
    return this.#setting.value;
  }

  isFull(person: string, now: number): boolean {
    const received = this.#received.get(person);
    if (!received) return false;
    const { perPersonAndDay } = this.#setting.value;
    const cap = received.unread >= 3 ? Math.ceil(perPersonAndDay / 2) : perPersonAndDay;
    return received.at.filter((at) => now - at < day).length >= cap;
  }

  noteDelivered(person: string, now: number): void {
    const { at, unread } = this.#received.get(person) ?? { at: [], unread: 0 };
    this.#received.set(person, { at: [...at.filter((one) => now - one < day), now], unread: unread + 1 });
    if (this.#received.size > this.#sweepAt) this.#sweep(now);
  }

  noteRead(person: string): void {
    const received = this.#received.get(person);
    if (received) received.unread = 0;
  }

  #sweep(now: number): void {
    for (const [person, { at }] of this.#received) {
      if (now - (at.at(-1) ?? 0) >= day) this.#received.delete(person);
    }
    this.#sweepAt = Math.max(1024, this.#received.size * 2);
  }
}
