import type { SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { findInvitationsOf, takeInvitation } from '../joining.ts';
import { addPerson } from '../people.ts';
import { CompanyProblem } from './company-problem.ts';
import type { CompanyIdentity } from './company-token.ts';

interface Company {
  providerId: string;
  organisationId: string;
}

interface KnownPerson {
  userId: string;
  name: string;
  email: string;
  /** Which account of this company the person is linked to. */
  subject: string | null;
}

/**
 * The person whom the company vouches for: linked before, or known by the address, or invited to the organisation.
 * A company speaks for its own organisation alone. One session opens all workspaces of a person, so somebody who
 * belongs to another organisation too cannot come in this way: the other one never agreed to trust this company.
 */
export async function findCompanyPerson(
  tx: SystemTx,
  company: Company,
  identity: CompanyIdentity,
): Promise<string> {
  // Two sign-ins of one new person at once must find each other's person rather than make two.
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `company sign-on ${identity.email}`,
  ]);
  const known = await findKnown(tx, company, identity);
  if (known === undefined) return joinAsInvited(tx, company, identity);
  const reach = await reachOf(tx, known.userId, company.organisationId);
  if (!reach.inside) {
    if (known.email !== identity.email) throw new CompanyProblem('company_unknown');
    await takeInvitations(tx, company, known);
  }
  if (reach.outside) throw new CompanyProblem('company_elsewhere');
  if (known.subject === null) await link(tx, company, known.userId, identity.subject);
  // An address may be given to the next employee; what it opened for the last one stays theirs.
  else if (known.subject !== identity.subject) throw new CompanyProblem('company_account_changed');
  return known.userId;
}

/** By the company's own name for the person first: it stays when the address changes. */
async function findKnown(
  tx: SystemTx,
  { providerId }: Company,
  { subject, email }: CompanyIdentity,
): Promise<KnownPerson | undefined> {
  const [known] = await tx.sql<KnownPerson>(
    `select u.id as "userId", u.name, u.email, a.account_id as subject
     from identity.users u left join identity.accounts a on a.user_id = u.id and a.provider_id = $1
     where a.account_id = $2 or u.email = $3
     order by (a.account_id = $2) desc nulls last limit 1`,
    [providerId, subject, email],
  );
  return known;
}

async function reachOf(tx: SystemTx, userId: string, organisationId: string) {
  const [reach] = await tx.sql<{ inside: boolean; outside: boolean }>(
    `with belongs as (
       select w.organisation_id from members m join workspaces w using (workspace_id) where m.user_id = $1
       union select organisation_id from identity.organisation_members where user_id = $1 and role = 'owner'
     )
     select coalesce(bool_or(organisation_id = $2), false) as inside,
       coalesce(bool_or(organisation_id <> $2), false) as outside from belongs`,
    [userId, organisationId],
  );
  return reach!;
}

async function joinAsInvited(tx: SystemTx, company: Company, identity: CompanyIdentity): Promise<string> {
  const { name, email, subject } = identity;
  const [invitation] = await findInvitationsOf(tx, company.organisationId, email);
  if (invitation === undefined) throw new CompanyProblem('company_unknown');
  const userId = await addPerson(tx, { name, email, password: null, language: invitation.language });
  await takeInvitations(tx, company, { userId, name, email });
  await link(tx, company, userId, subject);
  return userId;
}

async function takeInvitations(
  tx: SystemTx,
  { organisationId }: Company,
  { userId, name, email }: { userId: string; name: string; email: string },
): Promise<void> {
  const invitations = await findInvitationsOf(tx, organisationId, email);
  if (invitations.length === 0) throw new CompanyProblem('company_unknown');
  for (const invitation of invitations) await takeInvitation(tx, invitation, { userId, name });
}

async function link(tx: SystemTx, { providerId }: Company, userId: string, subject: string): Promise<void> {
  await tx.sql(
    `insert into identity.accounts (id, user_id, account_id, provider_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [newId(tx.now), userId, subject, providerId, tx.now],
  );
}
