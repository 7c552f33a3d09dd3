import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';

export const entryPointsQuery = queryOptions({
  queryKey: ['entry-points', 'list'],
  queryFn: ({ signal }) => api.entryPoints.list({}, { signal }),
});
export type ListedPoint = Awaited<ReturnType<typeof api.entryPoints.list>>['items'][number];

export const entryPointQuery = (entryPointId: string) =>
  queryOptions({
    queryKey: ['entry-points', 'one', entryPointId],
    queryFn: ({ signal }) => api.entryPoints.get({ entryPointId }, { signal }),
  });
export type Point = Awaited<ReturnType<typeof api.entryPoints.get>>;

export const attemptsQuery = (entryPointId: string) =>
  infiniteQueryOptions({
    queryKey: ['entry-points', 'attempts', entryPointId],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.entryPoints.submissions({ entryPointId, limit: 20, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
export type Attempt = Awaited<ReturnType<typeof api.entryPoints.submissions>>['items'][number];

export const purposesQuery = queryOptions({
  queryKey: ['consent', 'purposes'],
  queryFn: ({ signal }) => api.purposes.list({}, { signal }),
});
