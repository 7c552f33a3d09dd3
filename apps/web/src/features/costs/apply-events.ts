import type { QueryClient } from '@tanstack/react-query';
import { refetchQuery } from '../../data/patch-query.ts';
import type { LiveEvent } from '../../data/stream.ts';
import { budgetsQuery } from './budgets/budgets-query.ts';

/** A budget that warns has been spent from: the list says how much as it is now. */
export function applyBudgetEvent(_event: LiveEvent, queryClient: QueryClient): void {
  refetchQuery(queryClient, budgetsQuery);
}
