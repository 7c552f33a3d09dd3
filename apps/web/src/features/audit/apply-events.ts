import type { QueryClient } from '@tanstack/react-query';
import { patchQuery } from '../../data/patch-query.ts';
import type { LiveEvent } from '../../data/stream.ts';
import { matches, type SignInFilter, type SignInPages } from './sign-ins-query.ts';

/**
 * A sign-in is told before it stands in the list that the server reads, so it is put there from the event itself,
 * into every list that is filtered so that it belongs.
 */
export function applySignIn(event: LiveEvent, queryClient: QueryClient): void {
  if (event.type !== 'member.sign_in') return;
  const signIn = { eventId: event.eventId, at: event.at, ...event.data };
  for (const { queryKey } of queryClient.getQueryCache().findAll({ queryKey: ['sign-ins'] })) {
    if (!matches(queryKey[1] as SignInFilter, signIn)) continue;
    patchQuery<SignInPages>(queryClient, { queryKey }, (data) => {
      const [newest, ...rest] = data.pages;
      const known = data.pages.some(({ items }) => items.some(({ eventId }) => eventId === signIn.eventId));
      if (newest === undefined || known) return data;
      const items = [signIn, ...newest.items].sort((a, b) => b.at.localeCompare(a.at));
      return { ...data, pages: [{ ...newest, items }, ...rest] };
    });
  }
}
