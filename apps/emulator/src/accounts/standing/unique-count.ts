import { shareOf } from '../../world/random.ts';

const bits = 12;
const registers = 2 ** bits;

/**
 * About how many different things were seen, in four kilobytes however many there are (HyperLogLog): off by two in a
 * hundred, which is enough to see whether a number reaches a hundred thousand people.
 */
export class UniqueCount {
  readonly #ranks: Uint8Array;

  constructor(saved?: string) {
    this.#ranks =
      saved === undefined ? new Uint8Array(registers) : new Uint8Array(Buffer.from(saved, 'base64'));
  }

  add(thing: string): void {
    const place = Math.floor(shareOf(`place ${thing}`) * registers);
    // The first binary place of a fraction that is not zero: half of all have 1, a quarter 2, and so on.
    const rank = Math.min(32, Math.floor(-Math.log2(shareOf(`rank ${thing}`) + 2 ** -32)) + 1);
    if (rank > (this.#ranks[place] ?? 0)) this.#ranks[place] = rank;
  }

  include(other: UniqueCount): void {
    for (const [place, rank] of other.#ranks.entries()) {
      if (rank > (this.#ranks[place] ?? 0)) this.#ranks[place] = rank;
    }
  }

  get size(): number {
    let sum = 0;
    let empty = 0;
    for (const rank of this.#ranks) {
      sum += 2 ** -rank;
      if (rank === 0) empty += 1;
    }
    const estimate = (0.7213 / (1 + 1.079 / registers)) * registers * registers * (1 / sum);
    const isSmall = estimate <= 2.5 * registers && empty > 0;
    return Math.round(isSmall ? registers * Math.log(registers / empty) : estimate);
  }

  save(): string {
    return Buffer.from(this.#ranks).toString('base64');
  }
}
