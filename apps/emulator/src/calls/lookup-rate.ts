/** How often permissions may be asked for in one second (Meta, "Rate limits"). */
export class LookupRate {
  readonly #asked = new Map<string, { second: number; times: number }>();

  take(numberId: string, most: number, now: number): boolean {
    const second = Math.floor(now / 1000);
    const last = this.#asked.get(numberId);
    const times = last?.second === second ? last.times : 0;
    if (times >= most) return false;
    this.#asked.set(numberId, { second, times: times + 1 });
    return true;
  }
}
