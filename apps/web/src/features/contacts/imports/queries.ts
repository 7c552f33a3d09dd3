import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export type Import = Awaited<ReturnType<typeof api.contactImports.get>>;
export type ImportListed = Awaited<ReturnType<typeof api.contactImports.list>>['items'][number];
export type Export = Awaited<ReturnType<typeof api.contactExports.get>>;
export type Plan = Import['plan'];
export type Target = NonNullable<Plan['columns'][number]>;

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['contact-imports', importId],
    queryFn: ({ signal }) => api.contactImports.get({ importId }, { signal }),
  });

/** The latest: older ones are history, which the API has in full. */
export const importsQuery = queryOptions({
  queryKey: ['contact-imports', 'list'],
  queryFn: async ({ signal }) => (await api.contactImports.list({ limit: 100 }, { signal })).items,
});

export const exportsQuery = queryOptions({
  queryKey: ['contact-exports'],
  queryFn: async ({ signal }) => (await api.contactExports.list({ limit: 100 }, { signal })).items,
});

export const offeredPurposesQuery = queryOptions({
  queryKey: ['purposes', 'offered'],
  queryFn: async ({ signal }) =>
    (await api.purposes.list({}, { signal })).items.filter(({ archivedAt }) => archivedAt === null),
});
