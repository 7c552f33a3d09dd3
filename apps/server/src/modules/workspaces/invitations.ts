import { createHash, randomBytes } from 'node:crypto';
import { publish } from '../../platform/events/index.ts';
import { notFound, Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { q, type Tx } from '../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';
import type { Mailer } from '../../platform/mail/index.ts';
import { grantableRole, type RoleChoice } from './roles.ts';

export interface InvitationRow {
  invitationId: string;
  email: string;
  role: string;
  roleId: string | null;
  roleName: string | null;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

const columns = `i.invitation_id as "invitationId", i.email, i.role, i.role_id as "roleId", r.name as "roleName", i.invited_by as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt"`;
const tables = `invitations i left join roles r on r.workspace_id = i.workspace_id and r.role_id = i.role_id`;
const lifetimeDays = 7;

/** How an invitation reaches its person: the address to build links on, and the mail server when there is one. */
export interface Delivery {
  publicUrl: () => string;
  mailer: Mailer | null;
}

export async function listInvitations(
  tx: Tx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['uuid']);
  const rows = await tx.sql<InvitationRow>(
    `select ${columns} from ${tables}
     where i.workspace_id = $1 and ($2::uuid is null or i.invitation_id < $2)
     order by i.invitation_id desc limit $3`,
    [tx.workspaceId, after?.[0] ?? null, limit + 1],
  );
  return pageOf(rows, limit, (row) => [row.invitationId]);
}

export async function invite(
  tx: Tx,
  input: RoleChoice & { email: string },
  caller: Caller,
  delivery: Delivery,
) {
  const granted = await grantableRole(tx, input, caller);
  await refuseMember(tx, input.email);
  const token = newToken();
  const invitation: InvitationRow = {
    invitationId: newId(tx.now),
    email: input.email,
    role: granted.role,
    roleId: granted.roleId,
    roleName: granted.roleName,
    invitedBy: caller.id,
    createdAt: tx.now,
    expiresAt: expiry(tx.now),
  };
  const stored = await tx.run(
    q
      .insertInto('invitations')
      .values({
        workspace_id: tx.workspaceId,
        invitation_id: invitation.invitationId,
        email: input.email,
        role: granted.role,
        role_id: granted.roleId,
        token_hash: hashToken(token),
        invited_by: caller.id,
        created_at: tx.now,
        expires_at: invitation.expiresAt,
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'email']).doNothing()),
  );
  if (stored === 0) {
    throw new Refusal(
      'conflict',
      'This address is invited already. Renew the invitation to get a new link.',
      {
        fields: [{ field: 'email', code: 'already_invited', message: 'This address is invited already.' }],
      },
    );
  }
  const { invitationId, email, role, roleId } = invitation;
  await publish(tx, { type: 'member.invited', data: { invitationId, email, role, roleId } });
  return deliver(tx, invitation, token, delivery);
}

export async function renewInvitation(tx: Tx, invitationId: string, caller: Caller, delivery: Delivery) {
  const invitation = await getInvitation(tx, invitationId);
  // Whoever renews answers for the role, so they must be able to give it.
  await grantableRole(tx, { role: invitation.role as RoleChoice['role'], roleId: invitation.roleId }, caller);
  const token = newToken();
  const expiresAt = expiry(tx.now);
  await tx.run(
    q
      .updateTable('invitations')
      .set({ token_hash: hashToken(token), expires_at: expiresAt })
      .where('workspace_id', '=', tx.workspaceId)
      .where('invitation_id', '=', invitationId),
  );
  return deliver(tx, { ...invitation, expiresAt }, token, delivery);
}

export async function withdrawInvitation(tx: Tx, invitationId: string): Promise<Record<string, never>> {
  const { email } = await getInvitation(tx, invitationId);
  await tx.run(
    q
      .deleteFrom('invitations')
      .where('workspace_id', '=', tx.workspaceId)
      .where('invitation_id', '=', invitationId),
  );
  await publish(tx, { type: 'invitation.withdrawn', data: { invitationId, email } });
  return {};
}

async function getInvitation(tx: Tx, invitationId: string): Promise<InvitationRow> {
  const [found] = await tx.sql<InvitationRow>(
    `select ${columns} from ${tables} where i.workspace_id = $1 and i.invitation_id = $2`,
    [tx.workspaceId, invitationId],
  );
  if (found === undefined) throw notFound('invitation');
  return found;
}

async function refuseMember(tx: Tx, email: string): Promise<void> {
  const [member] = await tx.sql(`select 1 from members where workspace_id = $1 and email = $2`, [
    tx.workspaceId,
    email,
  ]);
  if (member !== undefined) {
    throw new Refusal('conflict', 'This person belongs to the workspace already.', {
      fields: [
        { field: 'email', code: 'already_member', message: 'This person belongs to the workspace already.' },
      ],
    });
  }
}

async function deliver(tx: Tx, invitation: InvitationRow, token: string, { publicUrl, mailer }: Delivery) {
  const link = `${publicUrl()}/join#${token}`;
  if (mailer) {
    const [workspace] = await tx.sql<{ name: string }>(
      `select name from workspaces where workspace_id = $1`,
      [tx.workspaceId],
    );
    tx.onCommit(() =>
      mailer.sendLater({
        to: invitation.email,
        kind: 'invitation',
        link,
        workspaceName: workspace?.name ?? '',
      }),
    );
  }
  return { ...invitation, link, sentByEmail: mailer !== null };
}

const newToken = (): string => randomBytes(24).toString('base64url');

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const expiry = (now: Date): Date => new Date(now.getTime() + lifetimeDays * 86_400_000);
