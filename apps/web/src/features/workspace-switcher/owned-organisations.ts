import type { Account } from '../../data/session.ts';

/** Only an owner of an organisation may add a workspace to it. */
export function ownedOrganisations({ organisations }: Account): Account['organisations'] {
  return organisations.filter(({ role }) => role === 'owner');
}
