import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { toldTypes, type ToldEvent } from './told-event.ts';

export const mostRecent = 12;

export const recentQuery = queryOptions({
  queryKey: ['history', 'recent'],
  queryFn: async ({ signal }) => {
    const { items } = await api.history.recent({ limit: mostRecent, types: [...toldTypes] }, { signal });
    // The contract keeps each type's data open here; the stream tells the same events with theirs.
    return items as unknown as ToldEvent[];
  },
});
