import { day, hour } from '../times.ts';

/** A place that is held for a message under way, so that many at once cannot slip past the limit together. */
const promiseLasts = 10 * 60_000;

export interface SavedUsage {
  opened: [string, number][];
  hours: [number, number][];
}

/** Whom a portfolio with a limit reached outside of windows in a moving 24 hours, and how many a day before. */
export class Usage {
  /** The oldest first. */
  readonly #opened = new Map<string, number>();
  readonly #promised = new Map<string, number>();
  /** Looking for what is over costs more than it gives when it is done for every message. */
  #sweepAt = 0;
  readonly #hours = new Map<number, number>();

  constructor({ opened, hours }: SavedUsage = { opened: [], hours: [] }) {
    this.#opened = new Map(opened);
    this.#hours = new Map(hours);
  }

  /** Whether this person counts already, or there is room for one more; the room is kept for a while. */
  take(person: string, limit: number, now: number): boolean {
    if (this.#opened.has(person) && !this.#isOver(person, now)) return true;
    if (!this.#promised.has(person) && this.used(now) >= limit) return false;
    this.#promised.delete(person);
    this.#promised.set(person, now + promiseLasts);
    return true;
  }

  note(person: string, now: number): void {
    const isNew = !this.#opened.has(person) || this.#isOver(person, now);
    this.#promised.delete(person);
    this.#opened.delete(person);
    this.#opened.set(person, now);
    if (!isNew) return;
    const key = Math.floor(now / hour);
    this.#hours.set(key, (this.#hours.get(key) ?? 0) + 1);
    for (const old of this.#hours.keys()) if (old < key - 30 * 24) this.#hours.delete(old);
  }

  used(now: number): number {
    if (now >= this.#sweepAt) this.#sweep(now);
    return this.#opened.size + this.#promised.size;
  }

  #sweep(now: number): void {
    this.#sweepAt = now + 1000;
    for (const [person, at] of this.#opened) {
      if (now - at < day) break;
      this.#opened.delete(person);
    }
    for (const [person, until] of this.#promised) {
      if (until > now) break;
      this.#promised.delete(person);
    }
  }

  /** How many were reached in so many days; who was reached again after a day counts again. */
  openedWithin(days: number, now: number): number {
    const from = Math.floor((now - days * day) / hour);
    let sum = 0;
    for (const [key, count] of this.#hours) if (key >= from) sum += count;
    return sum;
  }

  forgetPeople(): void {
    this.#opened.clear();
    this.#promised.clear();
  }

  save(): SavedUsage {
    return { opened: [...this.#opened], hours: [...this.#hours] };
  }

  #isOver(person: string, now: number): boolean {
    return now - (this.#opened.get(person) ?? 0) >= day;
  }
}
