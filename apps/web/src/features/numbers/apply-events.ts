import type { QueryClient } from '@tanstack/react-query';
import { numbersQuery } from '../../data/numbers.ts';
import { refetchQuery } from '../../data/patch-query.ts';
import type { LiveEvent } from '../../data/stream.ts';

/** What is only about how a number does, and not in the list of numbers. */
const ofHealth = new Set(['number.health_changed', 'number.paused', 'number.resumed']);

/** An event names what changed; the list is small, and says everything as it is now. */
export function applyNumberEvent({ type }: LiveEvent, queryClient: QueryClient): void {
  if (!ofHealth.has(type)) refetchQuery(queryClient, numbersQuery);
  refetchQuery(queryClient, { queryKey: ['number-health'] });
}
