import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../data/refetch-soon.ts';
import type { LiveEvent } from '../../data/stream.ts';

/** A reading of an account may tell of thousands of templates; all is asked for again at most once in a while. */
export function applyTemplateEvent(_event: LiveEvent, queryClient: QueryClient): void {
  refetchSoon(queryClient, ['templates']);
}
