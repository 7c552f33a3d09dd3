import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Changes what is remembered under a key, when anything is. A request for it that is on its way may have been answered
 * before the change happened, so it is asked again.
 */
export function patchQuery<Value>(
  queryClient: QueryClient,
  { queryKey }: { queryKey: QueryKey },
  change: (value: Value) => Value,
): void {
  const underWay = queryClient.isFetching({ queryKey, exact: true }) > 0;
  queryClient.setQueryData<Value>(queryKey, (value) => (value === undefined ? undefined : change(value)));
  if (underWay) void queryClient.invalidateQueries({ queryKey, exact: true });
}

/** Asks again now where it is on screen, and elsewhere once it is next shown. */
export function refetchQuery(queryClient: QueryClient, { queryKey }: { queryKey: QueryKey }): void {
  void queryClient.invalidateQueries({ queryKey });
}
