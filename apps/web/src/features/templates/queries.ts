import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import type { TemplatesSearch } from './search.ts';

export type Listed = Awaited<ReturnType<typeof api.templateFamilies.list>>['items'][number];
export type Language = Listed['languages'][number];
export type Family = Awaited<ReturnType<typeof api.templateFamilies.get>>;
export type Variant = Family['variants'][number];
export type Version = Variant['versions'][number];
export type AtWhatsApp = Variant['atWhatsApp'][number];
export type Submission = Variant['submissions'][number];
export type Waiting = Awaited<ReturnType<typeof api.templateVersions.queue>>['items'][number];
export type Entry = Awaited<ReturnType<typeof api.templateFamilies.history>>['items'][number];
export type Settings = Awaited<ReturnType<typeof api.templateSettings.get>>;
export type Plan = Awaited<ReturnType<typeof api.templateVersions.plan>>;
export type AccountPlan = Plan['accounts'][number];

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
};

export const templatesQuery = ({ view: _view, ...filter }: TemplatesSearch) =>
  infiniteQueryOptions({
    queryKey: ['templates', 'list', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.templateFamilies.list({ ...filter, limit: 50, ...(cursor ? { cursor } : {}) }, { signal }),
    ...paged,
  });

export const templateQuery = (familyId: string) =>
  queryOptions({
    queryKey: ['templates', 'one', familyId],
    queryFn: ({ signal }) => api.templateFamilies.get({ familyId }, { signal }),
    // What WhatsApp is being asked for ends by itself.
    refetchInterval: ({ state: { data } }) => (data?.variants.some(isUnderWay) ? 3_000 : false),
  });

const isUnderWay = ({ submissions }: Variant): boolean =>
  submissions.some(({ state }) => state === 'waiting' || state === 'asking' || state === 'unclear');

export const historyQuery = (familyId: string) =>
  infiniteQueryOptions({
    queryKey: ['templates', 'one', familyId, 'history'],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.templateFamilies.history({ familyId, limit: 30, ...(cursor ? { cursor } : {}) }, { signal }),
    ...paged,
  });

export const usesQuery = (familyId: string) =>
  queryOptions({
    queryKey: ['templates', 'one', familyId, 'uses'],
    queryFn: async ({ signal }) => (await api.templateFamilies.uses({ familyId }, { signal })).items,
  });

export const comparisonQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['templates', 'comparison', versionId],
    queryFn: ({ signal }) => api.templateVersions.compare({ versionId }, { signal }),
    staleTime: Infinity,
  });

export const versionQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['templates', 'version', versionId],
    queryFn: ({ signal }) => api.templateVersions.get({ versionId }, { signal }),
  });

export const planQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['templates', 'plan', versionId],
    queryFn: ({ signal }) => api.templateVersions.plan({ versionId }, { signal }),
    staleTime: 0,
  });

export const reviewsQuery = infiniteQueryOptions({
  queryKey: ['templates', 'reviews'],
  queryFn: ({ pageParam: cursor, signal }) =>
    api.templateVersions.queue({ limit: 50, ...(cursor ? { cursor } : {}) }, { signal }),
  ...paged,
});

export const settingsQuery = queryOptions({
  queryKey: ['templates', 'settings'],
  queryFn: ({ signal }) => api.templateSettings.get({}, { signal }),
});
