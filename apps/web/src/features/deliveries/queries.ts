import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../data/api.ts';

type DeliveryPage = Awaited<ReturnType<typeof api.webhooks.listDeliveries>>;
export type Delivery = DeliveryPage['items'][number];
export type WholeDelivery = Awaited<ReturnType<typeof api.webhooks.getDelivery>>;
export type Part = WholeDelivery['parts'][number];
export type Update = Awaited<ReturnType<typeof api.webhooks.listUpdates>>['items'][number];
type Filter = Parameters<typeof api.webhooks.listDeliveries>[0];
export type Reason = NonNullable<Filter['reason']>;

// What is taken in without an event, such as news of a kind that nobody knows, is found by looking again.
const looksAgainAfter = 10_000;
const whileItWaits = 1_500;

export const deliveriesQuery = (filter: Pick<Filter, 'state' | 'reason'>) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', 'list', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.webhooks.listDeliveries({ ...filter, limit: 50, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state: { data } }) => pauseOf(data),
  });

/** Whoever has read far back is not asked for all of it again and again. */
function pauseOf(data: InfiniteData<DeliveryPage> | undefined): number | false {
  const pages = data?.pages ?? [];
  if (pages.length > 3) return false;
  return pages.some(({ items }) => items.some(({ state }) => state === 'pending'))
    ? whileItWaits
    : looksAgainAfter;
}

export const parkedCountsQuery = queryOptions({
  queryKey: ['webhooks', 'parked'],
  queryFn: ({ signal }) => api.webhooks.countParked({}, { signal }),
  refetchInterval: looksAgainAfter,
});

export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['webhooks', 'one', deliveryId],
    queryFn: ({ signal }) => api.webhooks.getDelivery({ deliveryId }, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'pending' ? whileItWaits : false),
  });

/** Whether anything of what was tried again is still to be taken in. */
export const waitingQuery = queryOptions({
  queryKey: ['webhooks', 'waiting'],
  queryFn: async ({ signal }) => {
    const { items } = await api.webhooks.listDeliveries({ state: 'pending', limit: 1 }, { signal });
    return items.length > 0;
  },
  refetchInterval: ({ state: { data } }) => (data ? whileItWaits : false),
});

export const updatesQuery = (kind: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', 'list', 'updates', kind],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.webhooks.listUpdates({ kind, limit: 100, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: looksAgainAfter,
  });
