import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';

export type Show = 'open' | 'overdue' | 'closed';

export const requestsQuery = (show: Show) =>
  infiniteQueryOptions({
    queryKey: ['rights', 'list', show],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.rights.list({ show, limit: 30, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
export type RequestInList = Awaited<ReturnType<typeof api.rights.list>>['items'][number];

export const countsQuery = queryOptions({
  queryKey: ['rights', 'counts'],
  queryFn: ({ signal }) => api.rights.counts({}, { signal }),
});

export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['rights', 'one', requestId],
    queryFn: ({ signal }) => api.rights.get({ requestId }, { signal }),
  });
export type DataRequest = Awaited<ReturnType<typeof api.rights.get>>;

export const erasurePreviewQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['rights', 'erasure', requestId],
    queryFn: ({ signal }) => api.rights.previewErasure({ requestId }, { signal }),
  });

export const settingsQuery = queryOptions({
  queryKey: ['rights', 'settings'],
  queryFn: ({ signal }) => api.rightsSettings.get({}, { signal }),
});
export type RightsSettings = Awaited<ReturnType<typeof api.rightsSettings.get>>;

export const everythingOfRights = { queryKey: ['rights'] };
