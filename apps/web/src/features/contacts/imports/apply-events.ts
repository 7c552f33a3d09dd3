import type { QueryClient } from '@tanstack/react-query';
import { refetchSoon } from '../../../data/refetch-soon.ts';
import type { LiveEvent } from '../../../data/stream.ts';

export function applyFileEvent({ type }: LiveEvent, queryClient: QueryClient): void {
  refetchSoon(queryClient, [type.startsWith('contact_export') ? 'contact-exports' : 'contact-imports']);
}
