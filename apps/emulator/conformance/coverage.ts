import type { Outcome } from './conform.ts';
import type { Spec } from './spec.ts';
import type { Unsupported } from './unsupported.ts';

/** The best that is known of an operation is the worst that one of its calls showed. */
export type State = 'deviating' | 'valid' | 'unsupported' | 'not called';

export interface Covered {
  operation: string;
  state: State;
  calls: number;
  /** Why it was not called. */
  why?: string;
}

interface Known {
  withoutExample: Record<string, string>;
  unsupported: readonly Unsupported[];
}

export function coverage(
  spec: Spec,
  outcomes: readonly Outcome[],
  { withoutExample, unsupported }: Known,
): Covered[] {
  return spec.operations.map(({ name }) => {
    const own = outcomes.filter(({ example }) => example.call === name);
    const made = own.filter(({ missing }) => !missing);
    if (made.length > 0) {
      const deviating = made.some(({ unlisted }) => unlisted.length > 0);
      return { operation: name, state: deviating ? 'deviating' : 'valid', calls: made.length };
    }
    const row = unsupported.find(({ call }) => call === name);
    if (row) return { operation: name, state: 'unsupported', calls: 0, why: row.why };
    const missing = new Set(own.flatMap((outcome) => outcome.missing ?? []));
    const why = missing.size > 0 ? `no ${[...missing].join(', ')} is known` : withoutExample[name];
    return { operation: name, state: 'not called', calls: 0, why: why ?? 'there is no example' };
  });
}
