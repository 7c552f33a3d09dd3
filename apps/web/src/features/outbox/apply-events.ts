import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../data/refetch-soon.ts';
import type { LiveEvent } from '../../data/stream.ts';

const moves = new Set([
  'messages.queued',
  'message.sent',
  'message.failed',
  'message.in_doubt',
  'message.settled',
  'source.paused',
  'source.resumed',
  'source.cancelled',
  'number.paused',
  'number.resumed',
]);

/** A queue may move a thousand times a second: an event says that it did, and the list says where it is now. */
export function applyOutboxEvent(event: LiveEvent, queryClient: QueryClient): void {
  if (moves.has(event.type)) refetchSoon(queryClient, ['outbox']);
}
