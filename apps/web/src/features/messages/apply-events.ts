import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../data/refetch-soon.ts';
import type { LiveEvent } from '../../data/stream.ts';

/** The log moves as often as customers write; the open message only when the event is about it. */
export function applyMessageEvent(event: LiveEvent, queryClient: QueryClient): void {
  refetchSoon(queryClient, ['messages', 'recent']);
  if ('messageId' in event.data && event.data.messageId !== null)
    refetchSoon(queryClient, ['messages', 'one', event.data.messageId]);
}
