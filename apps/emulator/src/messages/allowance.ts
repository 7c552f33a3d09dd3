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
  readonly #setting;

  constructor(world: World) {
    this.#used = world.collection<Used>('allowances');
    this.#setting = world.setting('pricing', { freeServiceMessages: 1000 });
  }

  /** `day` is the date in the account's time zone. */
  left({ id }: BusinessNumber, day: string): number {
    return this.#setting.value.freeServiceMessages - (this.#used.get(keyOf(id, day))?.used ?? 0);
  }

  use({ id }: BusinessNumber, day: string): void {
    const key = keyOf(id, day);
    this.#used.put({ id: key, used: (this.#used.get(key)?.used ?? 0) + 1 });
  }
}

const keyOf = (numberId: string, day: string): string => `${numberId} ${day.slice(0, 7)}`;
