import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../../data/refetch-soon.ts';
import type { LiveEvent } from '../../../data/stream.ts';

/** An import changes thousands in a second: the list is asked again once in a while, not once for each. */
export function applyListEvent(event: LiveEvent, queryClient: QueryClient): void {
  const [noun] = event.type.split('.');
  if (noun === 'contact_tag') refetchSoon(queryClient, ['contacts', 'tags']);
  refetchSoon(queryClient, ['contacts', 'tag-counts']);
  if (noun === 'contact_bulk') refetchSoon(queryClient, ['contacts', 'bulk']);
  refetchSoon(queryClient, ['contacts', 'list']);
  refetchSoon(queryClient, ['contacts', 'count']);
}
