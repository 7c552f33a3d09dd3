import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refetchQuery } from '../../../data/patch-query.ts';
import { numbersQuery, type Step } from '../../../data/numbers.ts';
import { ConnectedNowView } from './ConnectedNowView.tsx';

interface ConnectedNowProps {
  accountId: string;
  steps: readonly Step[];
}

export function ConnectedNow({ accountId, steps }: ConnectedNowProps) {
  const queryClient = useQueryClient();
  const { data } = useQuery(numbersQuery);
  useEffect(() => refetchQuery(queryClient, numbersQuery), [queryClient]);
  const name = data?.accounts.find((one) => one.accountId === accountId)?.name ?? null;
  const numbers = data?.numbers.filter((one) => one.accountId === accountId && !one.disconnectedAt) ?? [];
  return <ConnectedNowView name={name} numbers={numbers} steps={steps} />;
}
