import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { rangeOfMonth, type Month } from './month.ts';

export type CostLine = Awaited<ReturnType<typeof api.costs.summary>>['items'][number];
type Grouping = Parameters<typeof api.costs.summary>[0]['by'];

export type MonthOfCosts = Record<
  'days' | 'categories' | 'pricing' | 'origins' | 'sources' | 'numbers',
  CostLine[]
>;

/** A month from all sides. Looked at again twice a minute: what is delivered meanwhile is charged meanwhile. */
export const monthQuery = (month: Month) =>
  queryOptions({
    queryKey: ['costs', month],
    queryFn: async ({ signal }): Promise<MonthOfCosts> => {
      const range = rangeOfMonth(month);
      const by = async (grouping: Grouping): Promise<CostLine[]> =>
        (await api.costs.summary({ ...range, by: grouping }, { signal })).items;
      const [days, categories, pricing, origins, sources, numbers] = await Promise.all([
        by('day'),
        by('category'),
        by('pricing'),
        by('origin'),
        by('source'),
        by('number'),
      ]);
      return { days, categories, pricing, origins, sources, numbers };
    },
    refetchInterval: 30_000,
  });

/** A number's month as Meta counts it. */
export const meterQuery = (numberId: string, month: Month) =>
  queryOptions({
    queryKey: ['costs', 'meter', numberId, month],
    queryFn: ({ signal }) => api.costs.meter({ numberId, month }, { signal }),
    refetchInterval: 30_000,
  });
