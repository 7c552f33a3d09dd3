import { queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await api.account.listSessions({}, { signal })).items,
});

export type Session = Awaited<ReturnType<typeof api.account.listSessions>>['items'][number];
