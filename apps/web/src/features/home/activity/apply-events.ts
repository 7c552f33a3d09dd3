import type { QueryClient } from '@tanstack/react-query';
import { patchQuery } from '../../../data/patch-query.ts';
import type { LiveEvent } from '../../../data/stream.ts';
import { mostRecent, recentQuery } from './recent-query.ts';

export function applyRecentEvent(event: LiveEvent, queryClient: QueryClient): void {
  patchQuery<LiveEvent[]>(queryClient, recentQuery, (all) =>
    all.some(({ eventId }) => eventId === event.eventId) ? all : [event, ...all].slice(0, mostRecent),
  );
}
