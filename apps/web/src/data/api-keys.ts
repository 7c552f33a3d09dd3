import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { everyPage } from './every-page.ts';

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => everyPage((page) => api.apiKeys.list(page, { signal })),
});
export type ApiKey = Awaited<ReturnType<typeof api.apiKeys.list>>['items'][number];
