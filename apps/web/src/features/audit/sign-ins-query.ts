import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../data/api.ts';

export interface SignInFilter {
  userId?: string;
  outcome?: SignIn['outcome'];
  from: string;
  to: string;
}

type SignInPage = Awaited<ReturnType<typeof api.signIns.list>>;
export type SignIn = SignInPage['items'][number];
export type SignInPages = InfiniteData<SignInPage>;

export const signInsQuery = (filter: SignInFilter) =>
  infiniteQueryOptions({
    queryKey: ['sign-ins', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.signIns.list({ ...filter, limit: 200, ...(cursor ? { cursor } : {}) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export function matches({ userId, outcome, from, to }: SignInFilter, signIn: SignIn): boolean {
  if (userId !== undefined && userId !== signIn.userId) return false;
  if (outcome !== undefined && outcome !== signIn.outcome) return false;
  return signIn.at >= from && signIn.at < to;
}
