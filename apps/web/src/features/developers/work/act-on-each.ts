import { ApiProblem } from '../../../data/api.ts';

export interface Outcome {
  done: number;
  /** Someone else settled these first, so there was nothing left to do. */
  gone: number;
  /** What stopped the rest. */
  problem?: unknown;
}

/** One after the other, telling after each how many are done; stops at the first that is refused for another reason than being gone. */
export async function actOnEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  onProgress: (settled: number) => void,
): Promise<Outcome> {
  const outcome: Outcome = { done: 0, gone: 0 };
  for (const item of items) {
    try {
      await act(item);
      outcome.done += 1;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 404) return { ...outcome, problem: error };
      outcome.gone += 1;
    }
    onProgress(outcome.done + outcome.gone);
  }
  return outcome;
}
