import { queryOptions } from '@tanstack/react-query';
import { api, ApiProblem } from '../../../data/api.ts';

/** Null where this installation does not offer it. */
export const signOnQuery = queryOptions({
  queryKey: ['sign-on'],
  queryFn: async ({ signal }) => {
    try {
      return await api.signOn.list({}, { signal });
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'not_found') return null;
      throw error;
    }
  },
});

type SignOn = Awaited<ReturnType<typeof api.signOn.list>>;
export type Provider = SignOn['items'][number];
