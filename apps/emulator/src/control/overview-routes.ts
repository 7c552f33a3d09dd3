import type { Directory } from '../directory/directory.ts';
import type { BusinessNumber, Token, Waba } from '../directory/records.ts';
import type { WorldRoutes } from '../door/world-door.ts';
import type { Emulator } from '../emulator.ts';
import type { People } from '../people/people.ts';

interface Overseen {
  emulator: Emulator;
  people: People;
  seed: () => string;
}

/** Everything that a developer needs to begin: addresses, apps with their secrets, tokens, accounts, numbers, phones. */
export function overviewRoutes({ emulator, people, seed }: Overseen): WorldRoutes {
  const { world, directory, graph } = emulator;
  return {
    'GET /world': ({ request }) => {
      const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
      return {
        now: world.clock.now(),
        rate: world.clock.rate,
        seed: seed(),
        graph: `${origin}/v25.0`,
        phonesPage: `${origin}/phones`,
        apps: [...directory.apps.values()],
        tokens: [...directory.tokens.values()].map(showToken),
        businesses: [...directory.businesses.values()].map((business) => ({
          ...business,
          accounts: directory.wabasOf(business.id).map((waba) => showAccount(directory, waba)),
        })),
        phones: [...people.known.values()].map(({ id, name, language }) => ({ phone: id, name, language })),
      };
    },
    'GET /world/edges': () => graph.edges,
  };
}

/** Moments as people read them. */
export const showToken = ({ expiresAt, revokedAt, issuedAt, ...token }: Token) => ({
  ...token,
  ...(issuedAt !== undefined && { issuedAt: new Date(issuedAt).toISOString() }),
  ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
  ...(revokedAt !== undefined && { revokedAt: new Date(revokedAt).toISOString() }),
});

const showAccount = (directory: Directory, waba: Waba) => ({
  id: waba.id,
  name: waba.name,
  currency: waba.currency,
  timezone: waba.timezone,
  hasPaymentMethod: waba.hasPaymentMethod,
  reviewStatus: waba.reviewStatus,
  restrictions: waba.restrictions,
  ...(waba.locked && { locked: true }),
  ...(waba.banState && { banState: waba.banState }),
  subscriptions: waba.subscriptions,
  numbers: directory.numbersOf(waba.id).map(showNumber),
});

export const showNumber = ({
  id,
  wabaId,
  phone,
  verifiedName,
  nameStatus,
  status,
  ...rest
}: BusinessNumber) => ({
  id,
  account: wabaId,
  phone,
  verifiedName,
  nameStatus,
  status,
  registered: rest.registered,
  quality: rest.quality,
  throughput: rest.throughput,
  mode: rest.mode,
  official: rest.official,
  onBusinessApp: rest.onBusinessApp,
  ...(rest.mode === 'SANDBOX' && { allowedRecipients: rest.allowedRecipients }),
});
