import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const pricesQuery = queryOptions({
  queryKey: ['prices'],
  queryFn: async ({ signal }) => (await api.costs.listPrices({}, { signal })).items,
});

export type Price = Awaited<ReturnType<typeof api.costs.listPrices>>['items'][number];
export type PriceCategory = Price['category'];

/** In the order in which people care. */
export const priceCategories: readonly PriceCategory[] = [
  'marketing',
  'utility',
  'service',
  'authentication',
  'authentication_international',
];
