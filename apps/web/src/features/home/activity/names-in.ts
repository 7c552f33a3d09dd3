import type { ToldEvent } from './told-event.ts';

/** What people are called in these events: those who left are no members any more, but their story goes on. */
export function namesIn(events: readonly ToldEvent[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  // Newest first, and the newest name is the one they go by.
  for (const { data } of events) {
    if ('userId' in data && 'name' in data && !names.has(data.userId)) names.set(data.userId, data.name);
  }
  return names;
}
