const pause = 6000;
const burst = 45;

/**
 * One number to one customer: a message each six seconds, and a burst of up to 45 that borrows from the future, which
 * then has to be waited for (Meta, "Pair rate limits"). Holds only pairs that still have something to wait for.
 */
export class PairRate {
  /** By pair, when all that was sent will have been paid for by waiting. */
  readonly #paidAt = new Map<string, number>();
  #sweepAt = 1024;

  mayTake(pair: string, now: number): boolean {
    return this.#owedFrom(pair, now) - now <= (burst - 1) * pause;
  }

  take(pair: string, now: number): void {
    this.#paidAt.set(pair, this.#owedFrom(pair, now) + pause);
    if (this.#paidAt.size > this.#sweepAt) this.#sweep(now);
  }

  get size(): number {
    return this.#paidAt.size;
  }

  forgetAll(): void {
    this.#paidAt.clear();
  }

  #owedFrom(pair: string, now: number): number {
    return Math.max(this.#paidAt.get(pair) ?? now, now);
  }

  #sweep(now: number): void {
    for (const [pair, paidAt] of this.#paidAt) if (paidAt <= now) this.#paidAt.delete(pair);
    this.#sweepAt = Math.max(1024, this.#paidAt.size * 2);
  }
}
