import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import type { OutboxSearch } from './search.ts';

// Time passes without an event: what waits becomes due, and one who may not read messages is not told that they left.
const looksAgainAfter = 10_000;

export const countsQuery = queryOptions({
  queryKey: ['outbox', 'counts'],
  queryFn: ({ signal }) => api.outbox.counts({}, { signal }),
  refetchInterval: looksAgainAfter,
});
export type Counts = Awaited<ReturnType<typeof api.outbox.counts>>;
export type Source = Counts['sources'][number];

export const waitingQuery = ({ number, source, class: of, state }: OutboxSearch) =>
  infiniteQueryOptions({
    queryKey: ['outbox', 'list', { number, source, of, state }],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.outbox.list(
        { numberId: number, sourceId: source, class: of, state, limit: 50, ...(cursor ? { cursor } : {}) },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: looksAgainAfter,
  });
export type Waiting = Awaited<ReturnType<typeof api.outbox.list>>['items'][number];

export const refusedQuery = (rule: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['outbox', 'refused', rule],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.sending.intents({ verdict: 'refused', rule, limit: 50, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
export type Refused = Awaited<ReturnType<typeof api.sending.intents>>['items'][number];
