import type { QueryClient } from '@tanstack/react-query';
import { patchQuery } from '../../../data/patch-query.ts';
import { numbersQuery, type BusinessNumber, type Connected } from '../../../data/numbers.ts';

/** As the server has just answered it. */
export function putNumber(queryClient: QueryClient, number: BusinessNumber): void {
  patchQuery<Connected>(queryClient, numbersQuery, (all) => ({
    ...all,
    numbers: all.numbers.map((one) => (one.numberId === number.numberId ? number : one)),
  }));
}
