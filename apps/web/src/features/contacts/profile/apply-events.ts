import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../../data/refetch-soon.ts';
import type { LiveEvent } from '../../../data/stream.ts';

/** What happens to a contact shows on its page as it happens; of a merged one that is the page of whom it became. */
export function applyProfileEvent(event: LiveEvent, queryClient: QueryClient): void {
  const [noun] = event.type.split('.');
  if (noun === 'contact_fields') return refetchSoon(queryClient, ['contacts', 'fields']);
  const contactId = 'contactId' in event ? event.contactId : null;
  if (contactId === null) return;
  const open = queryClient
    .getQueryCache()
    .findAll({ queryKey: ['contacts', 'one'], type: 'active' })
    .map(({ queryKey }) => queryKey[2] as string);
  for (const shown of open) {
    const known = queryClient.getQueryData<{ merges: { fromId: string }[] }>(['contacts', 'one', shown]);
    const isTheirs = shown === contactId || known?.merges.some(({ fromId }) => fromId === contactId);
    if (isTheirs)
      for (const part of partsOf[noun ?? ''] ?? []) refetchSoon(queryClient, ['contacts', part, shown]);
  }
}

const partsOf: Record<string, readonly string[]> = {
  contact: ['one', 'timeline', 'blocks'],
  consent: ['consent', 'timeline'],
  message: ['timeline', 'conversations'],
  conversation: ['conversations'],
};
