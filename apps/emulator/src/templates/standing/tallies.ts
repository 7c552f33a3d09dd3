import type { Json } from '../../world/json.ts';
import type { World } from '../../world/world.ts';
import { beginLife, emptyTally } from './tally.ts';
import type { Tally } from './tally.ts';

/** The tallies of all templates. They change with every message, so they live beside the journal, and in snapshots. */
export class Tallies {
  readonly #all = new Map<string, Tally>();
  /** Until when the utility templates of an account are paced, by its last pause. */
  readonly #utilityPauses = new Map<string, number>();

  constructor(world: World) {
    world.keep('template-tallies', {
      save: () => [...this.#all].map(([id, tally]) => [id, tally as unknown as Json]),
      restore: (values) => {
        this.#all.clear();
        for (const [id, tally] of values as unknown as [string, Tally][]) this.#all.set(id, tally);
      },
    });
    world.keep('template-pauses', {
      save: () => [...this.#utilityPauses].map(([id, at]) => [id, at]),
      restore: (values) => {
        this.#utilityPauses.clear();
        for (const [id, at] of values as [string, number][]) this.#utilityPauses.set(id, at);
      },
    });
  }

  of(templateId: string): Tally {
    let tally = this.#all.get(templateId);
    if (!tally) this.#all.set(templateId, (tally = emptyTally()));
    return tally;
  }

  beginLife(templateId: string): void {
    this.#all.set(templateId, beginLife(this.of(templateId)));
  }

  forget(templateId: string): void {
    this.#all.delete(templateId);
  }

  notePause(wabaId: string, at: number): void {
    this.#utilityPauses.set(wabaId, at);
  }

  utilityPausedAt(wabaId: string): number | undefined {
    return this.#utilityPauses.get(wabaId);
  }
}
