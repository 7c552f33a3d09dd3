/**
 * Spaces what one number sends. Meta refuses what is more than the number's rate in any one second, measured where it
 * arrives: so a little less is sent than allowed, evenly, and what a pause has saved up does not count.
 */
export class Pace {
  #perMillisecond = 0;
  #most = 1;
  #credit = 1;
  #at: number;
  /** Below 1 after Meta has said that it is too much; what customers write counts too, and only Meta knows. */
  #share = 1;
  #heldUntil = 0;
  #slowedAt = -Infinity;

  constructor(perSecond: number, now: number) {
    this.#at = now;
    this.set(perSecond);
  }

  set(perSecond: number): void {
    this.#perMillisecond = (perSecond * margin) / 1000;
    this.#most = Math.max(1, perSecond * burstSeconds);
  }

  /** Messages per second at this moment. */
  get perSecond(): number {
    return this.#perMillisecond * 1000 * this.#share;
  }

  /** How many may leave now. */
  allowed(now: number): number {
    if (now < this.#heldUntil) return 0;
    this.#earn(now);
    return Math.floor(this.#credit);
  }

  spend(): void {
    this.#credit -= 1;
  }

  /** Milliseconds until another may leave. */
  wait(now: number): number {
    if (now < this.#heldUntil) return this.#heldUntil - now;
    this.#earn(now);
    return this.#credit >= 1 ? 0 : (1 - this.#credit) / (this.#perMillisecond * this.#share);
  }

  get heldUntil(): number {
    return this.#heldUntil;
  }

  hold(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until);
  }

  /** Meta refused one as too many. Refusals of the same second are one piece of news. */
  slowDown(now: number): void {
    if (now - this.#slowedAt < 1000) return;
    this.#slowedAt = now;
    this.#share = Math.max(slowest, this.#share * 0.8);
  }

  #earn(now: number): void {
    const passed = Math.max(0, now - this.#at);
    this.#at = now;
    if (this.#share < 1 && now - this.#slowedAt > 1000)
      this.#share = Math.min(1, this.#share + (passed / 1000) * recovery);
    this.#credit = Math.min(this.#most, this.#credit + passed * this.#perMillisecond * this.#share);
  }
}

/** Together less than 1, so that no second holds more than the rate, and some unevenness on the way is forgiven. */
const margin = 0.93;
const burstSeconds = 0.04;
const slowest = 0.25;
const recovery = 0.1;
