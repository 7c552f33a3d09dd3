import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { refetchQuery } from './patch-query.ts';

const pause = 1_500;
const resting = new Map<string, 'resting' | 'asked'>();

/**
 * For what changes many times a second, such as a queue that empties: asks at once, then at most once in a while however
 * many events come, and once more after the last of them.
 */
export function refetchSoon(queryClient: QueryClient, queryKey: QueryKey): void {
  const name = JSON.stringify(queryKey);
  if (resting.has(name)) {
    resting.set(name, 'asked');
    return;
  }
  refetchQuery(queryClient, { queryKey });
  resting.set(name, 'resting');
  setTimeout(() => {
    const again = resting.get(name) === 'asked';
    resting.delete(name);
    if (again) refetchSoon(queryClient, queryKey);
  }, pause);
}
