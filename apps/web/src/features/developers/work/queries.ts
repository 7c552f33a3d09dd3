import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const failedJobsQuery = infiniteQueryOptions({
  queryKey: ['jobs', 'failed'],
  queryFn: ({ pageParam: cursor, signal }) =>
    api.jobs.listFailed({ limit: 200, ...(cursor ? { cursor } : {}) }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});
export type FailedJob = Awaited<ReturnType<typeof api.jobs.listFailed>>['items'][number];

export const parkedEventsQuery = infiniteQueryOptions({
  queryKey: ['jobs', 'parked'],
  queryFn: ({ pageParam: cursor, signal }) =>
    api.jobs.listParkedEvents({ limit: 200, ...(cursor ? { cursor } : {}) }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});
export type ParkedEvent = Awaited<ReturnType<typeof api.jobs.listParkedEvents>>['items'][number];
