import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'one', contactId],
    queryFn: ({ signal }) => api.contacts.get({ contactId }, { signal }),
  });
export type Contact = Awaited<ReturnType<typeof api.contacts.get>>;

export const ownFieldsQuery = queryOptions({
  queryKey: ['contacts', 'fields'],
  queryFn: async ({ signal }) => (await api.contactFields.list({}, { signal })).items,
});
export type OwnField = Awaited<ReturnType<typeof api.contactFields.list>>['items'][number];
export type FieldValue = Contact['fields'][string];

export type LineKind = NonNullable<Parameters<typeof api.contactTimeline.list>[0]['kinds']>[number];

export const timelineQuery = (contactId: string, kind: LineKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'timeline', contactId, kind ?? 'all'],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.contactTimeline.list(
        { contactId, limit: 50, ...(kind ? { kinds: [kind] } : {}), ...(cursor ? { cursor } : {}) },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
export type Line = Awaited<ReturnType<typeof api.contactTimeline.list>>['items'][number];

export const blocksQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'blocks', contactId],
    queryFn: ({ signal }) => api.contactBlocks.get({ contactId }, { signal }),
  });
export type Blocks = Awaited<ReturnType<typeof api.contactBlocks.get>>;

export const doublesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'doubles', contactId],
    queryFn: async ({ signal }) => (await api.contacts.doubles({ contactId }, { signal })).items,
  });

export const conversationsQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'conversations', contactId],
    queryFn: async ({ signal }) => (await api.conversations.list({ contactId }, { signal })).items,
  });

export const consentQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'consent', contactId],
    queryFn: ({ signal }) => api.consent.get({ contactId }, { signal }),
  });

export const mergePreviewQuery = (contactId: string, fromId: string) =>
  queryOptions({
    queryKey: ['contacts', 'merge-preview', contactId, fromId],
    queryFn: ({ signal }) => api.contacts.previewMerge({ contactId, fromId }, { signal }),
    retry: false,
    gcTime: 0,
  });
export type MergePreview = Awaited<ReturnType<typeof api.contacts.previewMerge>>;
