import { queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';

/** Asked again every ten seconds while somebody looks, and not at all in a hidden tab. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => api.health.get({}, { signal }),
  refetchInterval: 10_000,
  refetchIntervalInBackground: false,
  staleTime: 5_000,
});

export type Health = Awaited<ReturnType<typeof api.health.get>>;
export type Check = Health['checks'][number];
export type RunningCopy = Health['processes'][number];
export type State = Health['state'];
