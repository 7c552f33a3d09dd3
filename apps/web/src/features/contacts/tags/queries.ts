import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export type ContactTag = Awaited<ReturnType<typeof api.contactTags.list>>['items'][number];

export const tagsQuery = queryOptions({
  queryKey: ['contacts', 'tags'],
  queryFn: async ({ signal }) => (await api.contactTags.list({}, { signal })).items,
});

export const tagCountsQuery = queryOptions({
  queryKey: ['contacts', 'tag-counts'],
  queryFn: async ({ signal }) =>
    new Map((await api.contactTags.counts({}, { signal })).items.map(({ tagId, count }) => [tagId, count])),
});
