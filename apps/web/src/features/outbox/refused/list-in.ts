import type { Refused } from '../queries.ts';

/** The name of the list that keeps such messages from somebody, as it was called then. */
export function listIn({ rule, detail }: Pick<Refused, 'rule' | 'detail'>): string | null {
  const name = rule === 'suppressed' ? detail?.['list'] : undefined;
  return typeof name === 'string' ? name : null;
}
