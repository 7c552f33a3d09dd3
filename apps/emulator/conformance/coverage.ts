import type { Outcome } from './conform.ts';
import type { Spec } from './spec.ts';

/** The best that is known of an operation is the worst that one of its calls showed. */
export type State = 'deviating' | 'valid' | 'not called';

export interface Covered {
  operation: string;
  state: State;
  calls: number;
  /** Why it was not called. */
  why?: string;
}

export function coverage(
  spec: Spec,
  outcomes: readonly Outcome[],
  withoutExample: Record<string, string>,
): Covered[] {
  return spec.operations.map(({ name }) => {
    const own = outcomes.filter(({ example }) => example.call === name);
    const made = own.filter(({ missing }) => !missing);
    if (made.length > 0) {
      const deviating = made.some(({ unlisted }) => unlisted.length > 0);
      return { operation: name, state: deviating ? 'deviating' : 'valid', calls: made.length };
    }
    const missing = new Set(own.flatMap((outcome) => outcome.missing ?? []));
    const why = missing.size > 0 ? `no ${[...missing].join(', ')} is known` : withoutExample[name];
    return { operation: name, state: 'not called', calls: 0, why: why ?? 'there is no example' };
  });
}
