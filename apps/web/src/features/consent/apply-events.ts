import type { QueryClient } from '@tanstack/react-query';
import { refetchQuery } from '../../data/patch-query.ts';
import type { LiveEvent } from '../../data/stream.ts';
import { refetchSoon } from '../../data/refetch-soon.ts';
import { everythingOfConsent } from './queries.ts';
import { everyList } from './suppression/queries.ts';
import { heardQuery } from './words/queries.ts';

export function applySuppressionEvent(_event: LiveEvent, queryClient: QueryClient): void {
  refetchQuery(queryClient, everyList);
}

export function applyWishEvent({ type }: LiveEvent, queryClient: QueryClient): void {
  if (type === 'consent.wish_heard') refetchQuery(queryClient, heardQuery);
}

/** An import records thousands in a second. */
export function applyLedgerEvent(_event: LiveEvent, queryClient: QueryClient): void {
  refetchSoon(queryClient, everythingOfConsent.queryKey);
}
