import type * as oidc from 'openid-client';
import type { Database, SystemTx } from '../../../platform/db/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import type { Issuers } from './company-issuer.ts';

export interface CompanyProvider {
  providerId: string;
  organisationId: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: Buffer;
  emailDomains: string[];
  createdAt: Date;
}

export type OrganisationSecrets = Pick<Secrets, 'sealForOrganisation' | 'openForOrganisation'>;

/** The connected company sign-ons, as signing in needs them. */
export interface Providers {
  ofDomain(domain: string): Promise<CompanyProvider | undefined>;
  byId(ids: Pick<CompanyProvider, 'organisationId' | 'providerId'>): Promise<CompanyProvider | undefined>;
  clientOf(provider: CompanyProvider): Promise<oidc.Configuration>;
}

/** Each organisation is answered to at an address of its own, which keeps the answers of two companies apart. */
export const callbackUrl = (publicUrl: string, organisationId: string): string =>
  `${publicUrl}/api/auth/company/callback/${organisationId}`;

/** Where the client's secret of a provider is kept: sealed for this place, it opens in no other. */
export const secretPlace = ({
  organisationId,
  providerId,
}: Pick<CompanyProvider, 'organisationId' | 'providerId'>) => ({
  organisationId,
  table: 'identity.sign_on_providers',
  row: providerId,
  column: 'client_secret',
});

export const providerColumns = `provider_id as "providerId", organisation_id as "organisationId", name, issuer, client_id as "clientId",
  client_secret as "clientSecret", email_domains as "emailDomains", created_at as "createdAt"`;

export function createProviders({
  db,
  issuers,
  secrets,
}: {
  db: Database;
  issuers: Issuers;
  secrets: OrganisationSecrets;
}): Providers {
  const find = (condition: string, values: string[]): Promise<CompanyProvider | undefined> =>
    db.acrossWorkspaces('sign-in', (tx) => findProvider(tx, condition, values));
  return {
    ofDomain: (domain) => find(`$1 = any(email_domains)`, [domain]),
    byId: ({ organisationId, providerId }) =>
      find(`organisation_id = $1 and provider_id = $2`, [organisationId, providerId]),
    clientOf: (provider) =>
      issuers.clientOf({
        ...provider,
        clientSecret: secrets.openForOrganisation(secretPlace(provider), provider.clientSecret),
      }),
  };
}

async function findProvider(
  tx: SystemTx,
  condition: string,
  values: string[],
): Promise<CompanyProvider | undefined> {
  const [found] = await tx.sql<CompanyProvider>(
    `select ${providerColumns} from identity.sign_on_providers where ${condition}`,
    values,
  );
  return found;
}
