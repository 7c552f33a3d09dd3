import type { Random } from './random.ts';

/**
 * Numbers for Graph's objects: 15 to 17 digits, of which the first tell the order of making and the last look like
 * Meta's. They stay below 2^53, so that a client that reads them as numbers is not broken by us where Meta would not.
 */
export class Ids {
  readonly #random: Random;
  #count = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  next(): string {
    this.#count += 1;
    return String(100_000_000_000_000 + this.#count * 1_000_003 + this.#random.integer(0, 999_999));
  }

  /** Leaves out numbers that somebody may have got already. */
  skip(count: number): void {
    this.#count += count;
  }

  save(): number {
    return this.#count;
  }

  restore(count: number): void {
    this.#count = count;
  }
}
