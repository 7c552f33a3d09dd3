import { useQuery } from '@tanstack/react-query';
import { numbersQuery } from '../../../data/numbers.ts';
import { useAllows } from '../../../data/use-workspace.ts';

/** What the connected accounts are called; nothing for who may not see them. */
export function useAccountNames(): (accountId: string) => string | null {
  const mayRead = useAllows()('numbers.read');
  const { data } = useQuery({ ...numbersQuery, enabled: mayRead });
  return (accountId) => data?.accounts.find((account) => account.accountId === accountId)?.name ?? null;
}
