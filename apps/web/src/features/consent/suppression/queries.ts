import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const listsQuery = queryOptions({
  queryKey: ['suppression', 'lists'],
  queryFn: async ({ signal }) => (await api.suppression.list({}, { signal })).items,
});
export type SuppressionList = Awaited<ReturnType<typeof api.suppression.list>>['items'][number];

export const membersQuery = (listId: string) =>
  infiniteQueryOptions({
    queryKey: ['suppression', 'members', listId],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.suppression.members({ listId, limit: 50, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
export type Member = Awaited<ReturnType<typeof api.suppression.members>>['items'][number];

/** Everything about lists, by whatever changed one. */
export const everyList = { queryKey: ['suppression'] };
