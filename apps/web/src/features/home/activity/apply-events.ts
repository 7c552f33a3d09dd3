import type { QueryClient } from '@tanstack/react-query';
import { patchQuery } from '../../../data/patch-query.ts';
import type { LiveEvent } from '../../../data/stream.ts';
import { mostRecent, recentQuery } from './recent-query.ts';
import { isTold, type ToldEvent } from './told-event.ts';

export function applyRecentEvent(event: LiveEvent, queryClient: QueryClient): void {
  if (!isTold(event)) return;
  patchQuery<ToldEvent[]>(queryClient, recentQuery, (all) =>
    all.some(({ eventId }) => eventId === event.eventId) ? all : [event, ...all].slice(0, mostRecent),
  );
}
