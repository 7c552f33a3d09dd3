import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import { releaseConsent } from './freeze.ts';
import { noticesRoutes } from './notices/routes.ts';
import { getConsent, listEntries } from './read.ts';
import { recordByHand } from './record-by-hand.ts';

export function consentRoutes(): Route[] {
  return [
    ...noticesRoutes(),
    ...workspaceRoutes('consent', contract.consent, {
      get: ({ tx, input }) => getConsent(tx, input.contactId),
      entries: ({ tx, input }) => listEntries(tx, input),
      record: ({ tx, input }) => recordByHand(tx, input),
      release: ({ tx, input }) => releaseConsent(tx, input),
    }),
  ];
}
