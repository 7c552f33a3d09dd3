import type { Json } from '../world/json.ts';
import type { World } from '../world/world.ts';

export const halfHour = 30 * 60_000;
const year = 366 * 24 * 2;

/** What happened in one half-hour under the same circumstances. */
export interface Row {
  /** When the half-hour began. */
  at: number;
  /** The values by which rows are told apart, such as number and country. */
  circumstances: string[];
  sums: number[];
}

interface Sum {
  circumstances: string[];
  sums: number[];
}

type HalfHours = Map<number, Map<string, Sum>>;

/**
 * Sums for each account and half-hour, for a year. Half, since days begin on the half-hour in India. What it takes grows
 * with numbers and countries, not with messages.
 */
export class Ledger {
  readonly #accounts = new Map<string, HalfHours>();

  constructor(world: World, name: string) {
    world.keep(`analytics.${name}`, { save: () => this.#save(), restore: (values) => this.#restore(values) });
  }

  add(wabaId: string, at: number, circumstances: string[], sums: readonly number[]): void {
    const sum = this.#sumOf(wabaId, Math.floor(at / halfHour), circumstances);
    for (const [place, value] of sums.entries()) sum.sums[place] = (sum.sums[place] ?? 0) + value;
  }

  /** In the order of time. */
  *rows(wabaId: string, from: number, to: number): Generator<Row> {
    const account = this.#accounts.get(wabaId) ?? new Map<number, Map<string, Sum>>();
    const [first, end] = [Math.floor(from / halfHour), to / halfHour];
    const wanted = [...account.keys()].filter((key) => key >= first && key < end).sort((a, b) => a - b);
    for (const key of wanted) {
      for (const sum of account.get(key)?.values() ?? []) yield { ...sum, at: key * halfHour };
    }
  }

  #sumOf(wabaId: string, key: number, circumstances: string[]): Sum {
    const account = this.#accounts.get(wabaId) ?? new Map<number, Map<string, Sum>>();
    this.#accounts.set(wabaId, account);
    let sums = account.get(key);
    if (!sums) {
      for (const old of account.keys()) if (old < key - year) account.delete(old);
      account.set(key, (sums = new Map<string, Sum>()));
    }
    const name = circumstances.join('\n');
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = { circumstances, sums: [] }));
    return sum;
  }

  #save(): Json[] {
    return [...this.#accounts].flatMap(([wabaId, halfHours]) =>
      [...halfHours].flatMap(([key, sums]) =>
        [...sums.values()].map(({ circumstances, sums }): Json => [wabaId, key, circumstances, sums]),
      ),
    );
  }

  #restore(values: Json[]): void {
    this.#accounts.clear();
    for (const [wabaId, key, circumstances, sums] of values as [string, number, string[], number[]][])
      this.add(wabaId, key * halfHour, circumstances, sums);
  }
}
