import type { World } from '../world/world.ts';

const hour = 3_600_000;

/** When templates were created in each account, as far as the last hour goes. Deleting one takes nothing back. */
export class Creations {
  readonly #times = new Map<string, number[]>();

  constructor(world: World) {
    world.keep('template-creations', {
      save: () => [...this.#times].map(([wabaId, times]) => [wabaId, ...times]),
      restore: (values) => {
        this.#times.clear();
        for (const [wabaId, ...times] of values as [string, ...number[]][]) this.#times.set(wabaId, times);
      },
    });
  }

  inLastHour(wabaId: string, now: number): number {
    return this.#recent(wabaId, now).length;
  }

  note(wabaId: string, now: number): void {
    this.#times.set(wabaId, [...this.#recent(wabaId, now), now]);
  }

  #recent(wabaId: string, now: number): number[] {
    return (this.#times.get(wabaId) ?? []).filter((at) => at > now - hour);
  }
}
