import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { numbersQuery } from '../../../data/numbers.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { phoneText } from '../../../i18n/phone-text.ts';

interface OwnNumber {
  numberId: string;
  name: string;
}

/** A number of the workspace by Meta's id of it. */
export function useNumberOfMeta(): (phoneNumberId: string | null) => OwnNumber | undefined {
  const enabled = useAllows()('numbers.read');
  const { data } = useQuery({ ...numbersQuery, enabled });
  return useMemo(() => {
    const known = new Map(
      (data?.numbers ?? []).map(({ phoneNumberId, numberId, phone }) => [
        phoneNumberId,
        { numberId, name: phoneText(phone) },
      ]),
    );
    return (phoneNumberId) => (phoneNumberId === null ? undefined : known.get(phoneNumberId));
  }, [data]);
}
