import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { phoneText } from '../i18n/phone-text.ts';
import { numbersQuery } from './numbers.ts';
import { useAllows } from './use-workspace.ts';

interface NumberName {
  numberId: string;
  name: string;
  phone: string;
  isConnected: boolean;
}

/** The numbers of the workspace as people call them, the connected ones first. */
export function useNumberNames(): { all: readonly NumberName[]; byId: ReadonlyMap<string, NumberName> } {
  const enabled = useAllows()('numbers.read');
  const { data } = useQuery({ ...numbersQuery, enabled });
  return useMemo(() => {
    const all = (data?.numbers ?? [])
      .map(({ numberId, name, phone, disconnectedAt }) => ({
        numberId,
        name,
        phone: phoneText(phone),
        isConnected: disconnectedAt === null,
      }))
      .sort((a, b) => Number(b.isConnected) - Number(a.isConnected));
    return { all, byId: new Map(all.map((number) => [number.numberId, number])) };
  }, [data]);
}
