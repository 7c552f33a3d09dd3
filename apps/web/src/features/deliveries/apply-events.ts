import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../data/refetch-soon.ts';
import type { LiveEvent } from '../../data/stream.ts';

/** A delivery may bring a thousand of these; the lists are asked for again at most once in a while. */
export function applyDeliveryEvent(event: LiveEvent, queryClient: QueryClient): void {
  refetchSoon(queryClient, event.type === 'delivery.parked' ? ['webhooks'] : ['webhooks', 'list']);
}
