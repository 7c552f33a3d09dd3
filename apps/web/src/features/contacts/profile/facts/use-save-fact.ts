import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../../data/api.ts';
import { refetchQuery } from '../../../../data/patch-query.ts';
import { contactQuery, type Contact } from '../queries.ts';

type Change = Omit<Parameters<typeof api.contacts.update>[0], 'contactId'>;

/** Saves what was corrected, and shows the answer at once. */
export function useSaveFact(contactId: string): (change: Change) => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    async (change) => {
      const saved = await api.contacts.update({ contactId, ...change });
      const { queryKey } = contactQuery(contactId);
      queryClient.setQueryData<Contact>(queryKey, (known) => known && { ...known, ...saved });
      refetchQuery(queryClient, { queryKey: ['contacts', 'timeline', contactId] });
    },
    [contactId, queryClient],
  );
}
