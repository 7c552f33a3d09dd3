import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const wordsQuery = queryOptions({
  queryKey: ['opt-out', 'words'],
  queryFn: async ({ signal }) => (await api.optOut.words({}, { signal })).items,
});

export const settingsQuery = queryOptions({
  queryKey: ['opt-out', 'settings'],
  queryFn: ({ signal }) => api.optOut.settings({}, { signal }),
});
export type OptOutSettings = Awaited<ReturnType<typeof api.optOut.settings>>;

/** After which wishes customers are told what became of them. */
export const confirmationKinds = ['stop', 'stop_promotions', 'start'] as const;
export type ConfirmationKind = (typeof confirmationKinds)[number];

export const heardQuery = infiniteQueryOptions({
  queryKey: ['opt-out', 'heard'],
  queryFn: ({ pageParam: cursor, signal }) =>
    api.optOut.heard({ limit: 20, ...(cursor ? { cursor } : {}) }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});
