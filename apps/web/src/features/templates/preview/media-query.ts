import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const mediaQuery = (mediaId: string) =>
  queryOptions({
    queryKey: ['template-editor', 'media', mediaId],
    queryFn: ({ signal }) => api.media.get({ mediaId }, { signal }),
    // Links are good for a quarter of an hour.
    staleTime: 10 * 60_000,
    refetchInterval: 10 * 60_000,
  });
