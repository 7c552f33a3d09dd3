import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export type FindInput = Parameters<typeof api.contactLists.find>[0];
export type ContactFilter = NonNullable<FindInput['filter']>;
export type Condition = Extract<ContactFilter['conditions'][number], { kind: string }>;
export type ContactRow = Awaited<ReturnType<typeof api.contactLists.find>>['items'][number];

export interface Asked {
  search?: string;
  filter?: ContactFilter;
}

export const contactsQuery = (asked: Asked & { order: NonNullable<FindInput['order']> }) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'list', asked],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.contactLists.find({ ...asked, limit: 100, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const countQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['contacts', 'count', asked],
    queryFn: ({ signal }) => api.contactLists.count(asked, { signal }),
    placeholderData: keepPreviousData,
  });

export const valuesQuery = (name: 'city' | 'language' | 'country' | 'source') =>
  queryOptions({
    queryKey: ['contacts', 'values', name],
    queryFn: async ({ signal }) => (await api.contactLists.values({ name }, { signal })).items,
  });

export const bulkQuery = (bulkId: string) =>
  queryOptions({
    queryKey: ['contacts', 'bulk', bulkId],
    queryFn: ({ signal }) => api.contactBulks.get({ bulkId }, { signal }),
  });
