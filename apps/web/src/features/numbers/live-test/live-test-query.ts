import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export type RunningTest = Awaited<ReturnType<typeof api.liveTests.get>>;
export type TestStep = RunningTest['steps'][number];

/** Followed closely while it runs: somebody holds the phone and looks. */
export const liveTestQuery = (testId: string) =>
  queryOptions({
    queryKey: ['live-test', testId],
    queryFn: ({ signal }) => api.liveTests.get({ testId }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
    refetchIntervalInBackground: false,
  });
