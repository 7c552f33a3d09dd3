import type { BusinessNumber } from '../directory/records.ts';
import type { World } from '../world/world.ts';

interface Used {
  /** `<number id> <month>` */
  id: string;
  used: number;
}

/** Free-form messages that a number may send free of charge each month of its account's own time (Meta, October 2026). */
export class Allowance {
  readonly #used;
  readonly #world: World;
  readonly #setting;
  readonly #months = new Map<string, { from: number; month: string }>();

  constructor(world: World) {
    this.#world = world;
    this.#used = world.collection<Used>('allowances');
    this.#setting = world.setting('pricing', { freeServiceMessages: 1000 });
  }

  left({ id }: BusinessNumber, timezone: string): number {
    return this.#setting.value.freeServiceMessages - (this.#used.get(this.#key(id, timezone))?.used ?? 0);
  }

  use({ id }: BusinessNumber, timezone: string): void {
    const key = this.#key(id, timezone);
    this.#used.put({ id: key, used: (this.#used.get(key)?.used ?? 0) + 1 });
  }

  #key(numberId: string, timezone: string): string {
    return `${numberId} ${this.#monthIn(timezone)}`;
  }

  /** Asked once a quarter of an hour and zone: no zone's midnight lies between those. */
  #monthIn(timezone: string): string {
    const quarter = 900_000;
    const from = Math.floor(this.#world.clock.now() / quarter) * quarter;
    const known = this.#months.get(timezone);
    if (known?.from === from) return known.month;
    const month = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
    }).format(from);
    this.#months.set(timezone, { from, month });
    return month;
  }
}
