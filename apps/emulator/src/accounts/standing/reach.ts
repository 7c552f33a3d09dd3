import { hour } from '../times.ts';
import { UniqueCount } from './unique-count.ts';

const hours = 24;

/** About how many people something reached in the last 24 hours, in flat memory: one count for each hour. */
export class Reach {
  readonly #counts = new Map<number, UniqueCount>();

  add(person: string, at: number): void {
    const key = Math.floor(at / hour);
    let count = this.#counts.get(key);
    if (!count) {
      this.#counts.set(key, (count = new UniqueCount()));
      for (const old of this.#counts.keys()) if (old <= key - hours) this.#counts.delete(old);
    }
    count.add(person);
  }

  people(now: number): number {
    const all = new UniqueCount();
    for (const [key, count] of this.#counts) if (key > Math.floor(now / hour) - hours) all.include(count);
    return all.size;
  }

  save(): [number, string][] {
    return [...this.#counts].map(([key, count]) => [key, count.save()]);
  }

  static restore(saved: [number, string][]): Reach {
    const reach = new Reach();
    for (const [key, count] of saved) reach.#counts.set(key, new UniqueCount(count));
    return reach;
  }
}
