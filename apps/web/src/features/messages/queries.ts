import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import type { MessagesSearch } from './search.ts';

export const recentQuery = ({ number, direction, status }: MessagesSearch) =>
  infiniteQueryOptions({
    queryKey: ['messages', 'recent', { number, direction, status }],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.messages.recent(
        { numberId: number, direction, status, limit: 100, ...(cursor ? { cursor } : {}) },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
export type Recent = Awaited<ReturnType<typeof api.messages.recent>>['items'][number];

export const messageQuery = (messageId: string) =>
  queryOptions({
    queryKey: ['messages', 'one', messageId],
    queryFn: ({ signal }) => api.messages.get({ messageId }, { signal }),
  });
export type Message = Awaited<ReturnType<typeof api.messages.get>>;
