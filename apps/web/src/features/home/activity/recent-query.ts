import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import type { LiveEvent } from '../../../data/stream.ts';

/** As many as the API gives at once: signing in is told, too, and is left out of what is shown. */
export const mostRecent = 100;

export const recentQuery = queryOptions({
  queryKey: ['history', 'recent'],
  queryFn: async ({ signal }) => {
    const { items } = await api.history.recent({ limit: mostRecent }, { signal });
    // The contract keeps each type's data open here; the stream tells the same events with theirs.
    return items as unknown as LiveEvent[];
  },
});
