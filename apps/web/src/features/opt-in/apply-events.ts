import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../data/refetch-soon.ts';
import type { LiveEvent } from '../../data/stream.ts';

/** Many may opt in at once: an event says that something came, and the pages ask how much. */
export function applyOptInEvent(_event: LiveEvent, queryClient: QueryClient): void {
  refetchSoon(queryClient, ['entry-points']);
}
