import type { Database, SystemTx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { hashToken } from './invitations.ts';
import { addMember, addPerson, findPersonByEmail } from './people.ts';

interface OpenInvitation {
  workspaceId: string;
  invitationId: string;
  workspaceName: string;
  organisationId: string;
  language: 'en' | 'hi';
  email: string;
  role: string;
  roleId: string | null;
}

export async function previewInvitation(db: Database, token: string) {
  return db.acrossWorkspaces('account', async (tx) => {
    const { workspaceName, email, role } = await findInvitation(tx, token);
    return { workspaceName, email, role, hasAccount: (await findPersonByEmail(tx, email)) !== undefined };
  });
}

/** The link was received at the address, which proves it; so the new account starts with a verified one. */
export async function joinAsNewPerson(
  db: Database,
  input: { token: string; name: string; password: string },
) {
  return db.acrossWorkspaces('account', async (tx) => {
    const invitation = await findInvitation(tx, input.token);
    if (await findPersonByEmail(tx, invitation.email)) {
      throw new Refusal(
        'conflict',
        'There is an account with this address already. Sign in and open the link again.',
      );
    }
    const { email, language } = invitation;
    const userId = await addPerson(tx, { name: input.name, email, password: input.password, language });
    await takeInvitation(tx, invitation, { userId, name: input.name });
    return { workspaceId: invitation.workspaceId, email };
  });
}

export async function acceptInvitation(db: Database, caller: Person, token: string) {
  return db.acrossWorkspaces('account', async (tx) => {
    const invitation = await findInvitation(tx, token);
    if (invitation.email !== caller.email) {
      throw new Refusal(
        'forbidden',
        'This invitation is for another address. Sign in with that one, or ask for a new invitation.',
      );
    }
    await takeInvitation(tx, invitation, { userId: caller.id, name: caller.name });
    return { workspaceId: invitation.workspaceId };
  });
}

const openInvitations = `select i.workspace_id as "workspaceId", i.invitation_id as "invitationId", w.name as "workspaceName",
    w.organisation_id as "organisationId", w.language, i.email, i.role, i.role_id as "roleId"
  from invitations i join workspaces w using (workspace_id)`;

async function findInvitation(tx: SystemTx, token: string): Promise<OpenInvitation> {
  const [found] = await tx.sql<OpenInvitation>(
    `${openInvitations} where i.token_hash = $1 and i.expires_at > $2 for update of i`,
    [hashToken(token), tx.now],
  );
  if (found === undefined) {
    throw new Refusal('gone', 'This invitation was used, withdrawn or has expired. Ask for a new one.');
  }
  return found;
}

/** To whom the address was proven otherwise than by the link: by the organisation's own sign-on. */
export async function findInvitationsOf(
  tx: SystemTx,
  organisationId: string,
  email: string,
): Promise<OpenInvitation[]> {
  return tx.sql<OpenInvitation>(
    `${openInvitations} where w.organisation_id = $1 and i.email = $2 and i.expires_at > $3
     order by i.workspace_id for update of i`,
    [organisationId, email, tx.now],
  );
}

/** Takes the invitation away with the joining, so that of many simultaneous uses exactly one counts. */
export async function takeInvitation(
  tx: SystemTx,
  invitation: OpenInvitation,
  person: { userId: string; name: string },
): Promise<void> {
  const { workspaceId, invitationId, organisationId, email, role, roleId } = invitation;
  await tx.sql(`delete from invitations where workspace_id = $1 and invitation_id = $2`, [
    workspaceId,
    invitationId,
  ]);
  await tx.sql(
    `insert into identity.organisation_members (organisation_id, user_id, role, joined_at) values ($1, $2, 'member', $3)
     on conflict do nothing`,
    [organisationId, person.userId, tx.now],
  );
  await addMember(tx, { workspaceId, email, role, roleId, ...person });
}
