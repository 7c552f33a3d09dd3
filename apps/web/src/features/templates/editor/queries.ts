import { queryOptions } from '@tanstack/react-query';
import type { TemplateContent } from '@trikon/contract';
import { api } from '../../../data/api.ts';

export const editedFamilyQuery = (familyId: string) =>
  queryOptions({
    queryKey: ['template-editor', 'family', familyId],
    queryFn: ({ signal }) => api.templateFamilies.get({ familyId }, { signal }),
  });

export const draftQuery = (variantId: string) =>
  queryOptions({
    queryKey: ['template-editor', 'draft', variantId],
    queryFn: ({ signal }) => api.templateDrafts.get({ variantId }, { signal }),
    // The editor holds the words itself; what it began with must not change under it.
    staleTime: 0,
    gcTime: 0,
  });

export const ownFieldsQuery = queryOptions({
  queryKey: ['template-editor', 'contact-fields'],
  queryFn: async ({ signal }) => (await api.contactFields.list({}, { signal })).items,
});

export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['template-editor', 'contact', contactId],
    queryFn: ({ signal }) => api.contacts.get({ contactId }, { signal }),
  });

interface LintInput {
  name: string;
  language: string;
  category: Draft['category'];
  content: TemplateContent;
}

export const lintQuery = (input: LintInput) =>
  queryOptions({
    queryKey: ['template-editor', 'lint', JSON.stringify(input)],
    queryFn: ({ signal }) =>
      api.templateLint.check({ ...input, category: input.category as 'UTILITY' }, { signal }),
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: (former) => former,
  });

export type Draft = Awaited<ReturnType<typeof api.templateDrafts.get>>;
export type Family = Awaited<ReturnType<typeof api.templateFamilies.get>>;
export type Variant = Family['variants'][number];
export type Contact = Awaited<ReturnType<typeof api.contacts.get>>;
export type Lint = Awaited<ReturnType<typeof api.templateLint.check>>;

export const libraryQuery = (search: string) =>
  queryOptions({
    queryKey: ['template-editor', 'library', search],
    queryFn: async ({ signal }) =>
      (await api.templateLibrary.list(search === '' ? {} : { search }, { signal })).items,
    placeholderData: (former) => former,
  });

export const familiesQuery = (search: string) =>
  queryOptions({
    queryKey: ['template-editor', 'families', search],
    queryFn: async ({ signal }) =>
      (await api.templateFamilies.list({ limit: 20, ...(search === '' ? {} : { search }) }, { signal }))
        .items,
    placeholderData: (former) => former,
  });

export const insertsQuery = queryOptions({
  queryKey: ['template-editor', 'inserts'],
  queryFn: async ({ signal }) => (await api.templateLibrary.inserts({}, { signal })).items,
  staleTime: Infinity,
});

/** Which languages stand in where a template lacks a contact’s. */
export const languageOrderQuery = queryOptions({
  queryKey: ['template-editor', 'language-order'],
  queryFn: async ({ signal }) => (await api.templateCadence.get({}, { signal })).settings.languages,
});

export const pricesQuery = queryOptions({
  queryKey: ['template-editor', 'prices'],
  queryFn: async ({ signal }) => (await api.costs.listPrices({}, { signal })).items,
});

export type Category = 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
export type Starter = Awaited<ReturnType<typeof api.templateLibrary.list>>['items'][number];
