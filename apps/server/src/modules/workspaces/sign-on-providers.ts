import type { Database, SystemTx, Tx } from '../../platform/db/index.ts';
import { invalidField, notFound, Refusal } from '../../platform/errors/index.ts';
import { publishIn } from '../../platform/events/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { Issuers } from './sign-in/company-issuer.ts';
import { IssuerProblem } from './sign-in/company-metadata.ts';
import {
  callbackUrl,
  providerColumns,
  secretPlace,
  type CompanyProvider,
  type OrganisationSecrets,
} from './sign-in/company-provider.ts';

export interface SignOnOptions {
  db: Database;
  issuers: Issuers;
  secrets: OrganisationSecrets;
  publicUrl: () => string;
}

interface Call {
  tx: Tx;
  caller: Caller;
}

interface ProviderInput {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  emailDomains: string[];
}

export async function listProviders(call: Call, { db, publicUrl }: SignOnOptions) {
  return inOrganisation(call, db, async (tx, organisationId) => {
    const providers = await tx.sql<CompanyProvider>(
      `select ${providerColumns} from identity.sign_on_providers where organisation_id = $1 order by name, provider_id`,
      [organisationId],
    );
    const url = callbackUrl(publicUrl(), organisationId);
    return { items: providers.map((provider) => shown(provider, url)), callbackUrl: url };
  });
}

export async function connectProvider(call: Call, input: ProviderInput, options: SignOnOptions) {
  const { db, issuers, secrets, publicUrl } = options;
  // Asked before anything is fetched: nobody else may make the program call addresses of their choice.
  await asOwner(call, db, async () => {});
  const { issuer } = await issuers.discover(input.issuer).catch((error: unknown) => {
    throw error instanceof IssuerProblem ? invalidField('issuer', error.code, error.message) : error;
  });
  return asOwner(call, db, async (tx, organisationId) => {
    await refuseTakenDomains(tx, input.emailDomains);
    const { clientSecret, ...given } = input;
    const ids = { organisationId, providerId: newId(tx.now) };
    const sealed = secrets.sealForOrganisation(secretPlace(ids), clientSecret);
    const emailDomains = [...new Set(given.emailDomains)].sort();
    const provider = { ...ids, ...given, issuer, emailDomains, clientSecret: sealed, createdAt: tx.now };
    await insertProvider(tx, provider);
    await tellWorkspaces(tx, provider);
    return shown(provider, callbackUrl(publicUrl(), organisationId));
  });
}

/** Who was linked to it keeps their account; they need a password link if they never had another way in. */
export async function disconnectProvider(
  call: Call,
  providerId: string,
  { db }: SignOnOptions,
): Promise<Record<string, never>> {
  return asOwner(call, db, async (tx, organisationId) => {
    const [removed] = await tx.sql<{ name: string }>(
      `delete from identity.sign_on_providers where organisation_id = $1 and provider_id = $2 returning name`,
      [organisationId, providerId],
    );
    if (removed === undefined) throw notFound('company sign-on');
    await tx.sql(`delete from identity.accounts where provider_id = $1`, [providerId]);
    await tellWorkspaces(tx, { organisationId, providerId, name: removed.name });
    return {};
  });
}

/** A sign-on lets people into every workspace of the organisation, so it takes an owner of the whole. */
async function asOwner<Result>(
  call: Call,
  db: Database,
  work: (system: SystemTx, organisationId: string) => Promise<Result>,
): Promise<Result> {
  return inOrganisation(call, db, async (system, organisationId) => {
    const owner = await system.sql(
      `select 1 from identity.organisation_members where organisation_id = $1 and user_id = $2 and role = 'owner'`,
      [organisationId, call.caller.id],
    );
    if (owner.length === 0) throw new Refusal('forbidden', 'Only an owner of the organisation can do this.');
    return work(system, organisationId);
  });
}

/**
 * Runs in a transaction of its own, beside the request's: the role that serves requests cannot see the schema
 * `identity` at all. The permission was checked before, in the workspace that the request names.
 */
async function inOrganisation<Result>(
  { tx, caller }: Call,
  db: Database,
  work: (system: SystemTx, organisationId: string) => Promise<Result>,
): Promise<Result> {
  const [workspace] = await tx.sql<{ organisationId: string }>(
    `select organisation_id as "organisationId" from workspaces where workspace_id = $1`,
    [tx.workspaceId],
  );
  if (workspace === undefined) throw notFound('workspace');
  const actor = { kind: caller.kind, id: caller.id };
  return db.acrossWorkspaces('account', (system) => work(system, workspace.organisationId), actor);
}

/** A domain leads to one sign-on. Whose it is already is not told, only that it is. */
async function refuseTakenDomains(tx: SystemTx, domains: string[]): Promise<void> {
  // Held until the commit, so that of two who claim a domain at once one finds it taken.
  await tx.sql(`select pg_advisory_xact_lock(7254013)`);
  const taken = await tx.sql<{ domain: string }>(
    `select distinct domain from identity.sign_on_providers, unnest(email_domains) as domain
     where domain = any($1::text[]) order by domain`,
    [domains],
  );
  if (taken.length === 0) return;
  const message = `Connected to a company sign-on already: ${taken.map(({ domain }) => domain).join(', ')}.`;
  throw new Refusal('conflict', message, {
    fields: [{ field: 'emailDomains', code: 'domain_taken', message }],
  });
}

async function insertProvider(tx: SystemTx, provider: CompanyProvider): Promise<void> {
  await tx.sql(
    `insert into identity.sign_on_providers
       (organisation_id, provider_id, name, issuer, client_id, client_secret, email_domains, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      provider.organisationId,
      provider.providerId,
      provider.name,
      provider.issuer,
      provider.clientId,
      provider.clientSecret,
      provider.emailDomains,
      provider.createdAt,
    ],
  );
}

/** It opens every workspace of the organisation, so each of them has it in its history. */
async function tellWorkspaces(
  tx: SystemTx,
  { organisationId, providerId, name }: Pick<CompanyProvider, 'organisationId' | 'providerId' | 'name'>,
): Promise<void> {
  const workspaces = await tx.sql<{ workspaceId: string }>(
    `select workspace_id as "workspaceId" from workspaces where organisation_id = $1`,
    [organisationId],
  );
  const data = { providerId, name };
  await publishIn(
    tx,
    workspaces.map(({ workspaceId }) => ({ type: 'sign_on.changed' as const, workspaceId, data })),
  );
}

const shown = (
  { providerId, name, issuer, clientId, emailDomains, createdAt }: CompanyProvider,
  url: string,
) => ({ providerId, name, issuer, clientId, emailDomains, callbackUrl: url, createdAt });
