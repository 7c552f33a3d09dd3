import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const budgetsQuery = queryOptions({
  queryKey: ['budgets'],
  queryFn: async ({ signal }) => (await api.budgets.list({}, { signal })).items,
  refetchInterval: 30_000,
});

export type Budget = Awaited<ReturnType<typeof api.budgets.list>>['items'][number];
export type BudgetGiven = Parameters<typeof api.budgets.create>[0];
