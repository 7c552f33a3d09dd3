import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { makeLink, type PreferenceLinks } from './links.ts';

export function preferencesRoutes(links: PreferenceLinks): Route[] {
  return workspaceRoutes('preferences', contract.preferences, {
    link: ({ tx, input }) => makeLink(tx, links, input.contactId),
  });
}
