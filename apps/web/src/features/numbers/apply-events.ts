import type { QueryClient } from '@tanstack/react-query';
import { refetchQuery } from '../../data/patch-query.ts';
import type { LiveEvent } from '../../data/stream.ts';
import { numbersQuery } from '../../data/numbers.ts';

/** An event names what changed; the list is small, and says everything as it is now. */
export function applyNumberEvent(_event: LiveEvent, queryClient: QueryClient): void {
  refetchQuery(queryClient, numbersQuery);
}
