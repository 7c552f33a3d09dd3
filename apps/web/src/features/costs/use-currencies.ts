import { useQuery } from '@tanstack/react-query';
import { numbersQuery } from '../../data/numbers.ts';
import { useAllows, useOpenWorkspace } from '../../data/use-workspace.ts';

/** In which Meta charges the connected accounts, or the workspace’s own while there is none. */
export function useCurrencies(): string[] {
  const enabled = useAllows()('numbers.read');
  const own = useOpenWorkspace()?.currency ?? 'INR';
  const { data } = useQuery({ ...numbersQuery, enabled });
  const charged = (data?.accounts ?? []).flatMap(({ currency, disconnectedAt }) =>
    disconnectedAt === null && currency !== null ? [currency] : [],
  );
  return charged.length === 0 ? [own] : [...new Set(charged)];
}
