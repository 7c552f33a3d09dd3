import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

/** Looked at again each minute: how much waits, and what failed, changes without a word. */
export const numberHealthQuery = (numberId: string) =>
  queryOptions({
    queryKey: ['number-health', numberId],
    queryFn: ({ signal }) => api.numberHealth.get({ numberId }, { signal }),
    refetchInterval: 60_000,
  });

export type NumberHealth = Awaited<ReturnType<typeof api.numberHealth.get>>;
export type Finding = NumberHealth['findings'][number];
export type Failure = NumberHealth['errors'][number];
