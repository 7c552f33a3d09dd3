import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

export const numbersQuery = queryOptions({
  queryKey: ['numbers'],
  queryFn: ({ signal }) => api.numbers.list({}, { signal }),
});

export type Connected = Awaited<ReturnType<typeof api.numbers.list>>;
export type MetaApp = Connected['apps'][number];
export type Account = Connected['accounts'][number];
export type BusinessNumber = Connected['numbers'][number];
type Connection = Awaited<ReturnType<typeof api.numbers.connect>>;
export type Step = Connection['steps'][number];
