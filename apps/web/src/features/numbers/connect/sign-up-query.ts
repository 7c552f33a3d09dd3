import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

/** What a browser needs to open Meta's sign-up; null when the operator has not set it up. */
export const signUpQuery = queryOptions({
  queryKey: ['numbers', 'sign-up'],
  queryFn: async ({ signal }) => (await api.numbers.signUpSettings({}, { signal })).signUp,
  staleTime: 300_000,
});

export type SignUpSettings = NonNullable<Awaited<ReturnType<typeof api.numbers.signUpSettings>>['signUp']>;
