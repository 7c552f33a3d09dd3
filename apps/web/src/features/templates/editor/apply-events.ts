import { refetchQuery } from '../../../data/patch-query.ts';
import type { ApplyEvent } from '../../../data/live.ts';

/** A review that was asked for, taken back or decided locks and unlocks what is written. */
export const applyVersionEvent: ApplyEvent = (_event, queryClient) => {
  refetchQuery(queryClient, { queryKey: ['template-editor', 'family'] });
  refetchQuery(queryClient, { queryKey: ['template-editor', 'draft'] });
};
