import { useQueries } from '@tanstack/react-query';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { numberHealthQuery, type Finding } from './health-query.ts';

/** What the server found wrong with each number that is in use: a workspace has few. */
export function useFindings(numbers: readonly BusinessNumber[]): ReadonlyMap<string, readonly Finding[]> {
  const used = numbers.filter(({ disconnectedAt }) => disconnectedAt === null);
  return useQueries({
    queries: used.map(({ numberId }) => numberHealthQuery(numberId)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) => (data === undefined ? [] : [[data.numberId, data.findings] as const])),
      ),
  });
}
