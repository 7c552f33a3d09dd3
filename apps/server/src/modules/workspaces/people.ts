import type { Permission } from '@trikon/contract';
import type { SystemTx } from '../../platform/db/index.ts';
import { publishIn } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { hashPassword } from './sign-in/password-hash.ts';

export interface NewPerson {
  name: string;
  email: string;
  password: string | null;
  language: 'en' | 'hi';
}

/** Creates a person and, with a password, the credential that the sign-in library looks for. */
export async function addPerson(tx: SystemTx, person: NewPerson): Promise<string> {
  const userId = newId(tx.now);
  await tx.sql(
    `insert into identity.users (id, email, email_verified, name, language, created_at, updated_at)
     values ($1, $2, true, $3, $4, $5, $5)`,
    [userId, person.email, person.name, person.language, tx.now],
  );
  if (person.password !== null) {
    await tx.sql(
      `insert into identity.accounts (id, user_id, account_id, provider_id, password, created_at, updated_at)
       values ($1, $2, $5, 'credential', $3, $4, $4)`,
      [newId(tx.now), userId, await hashPassword(person.password), tx.now, userId],
    );
  }
  return userId;
}

export async function findPersonByEmail(
  tx: SystemTx,
  email: string,
): Promise<{ userId: string; name: string } | undefined> {
  const [found] = await tx.sql<{ userId: string; name: string }>(
    `select id as "userId", name from identity.users where email = $1`,
    [email],
  );
  return found;
}

interface NewMember {
  workspaceId: string;
  userId: string;
  name: string;
  email: string;
  role: string;
  roleId: string | null;
}

/** Joining is told in the workspace's history; joining twice changes nothing. */
export async function addMember(tx: SystemTx, member: NewMember): Promise<void> {
  const { workspaceId, ...data } = member;
  const added = await tx.sql(
    `insert into members (workspace_id, user_id, name, email, role, role_id, joined_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    [workspaceId, data.userId, data.name, data.email, data.role, data.roleId, tx.now],
  );
  if (added.length > 0) await publishIn(tx, [{ type: 'member.joined', workspaceId, data }]);
}

interface NewWorkspace {
  organisationId: string;
  name: string;
  language: 'en' | 'hi';
  timeZone: string;
  demo: boolean;
}

export async function addWorkspace(
  tx: SystemTx,
  { organisationId, name, language, timeZone, demo }: NewWorkspace,
): Promise<string> {
  const workspaceId = newId(tx.now);
  await tx.sql(
    `insert into workspaces (workspace_id, organisation_id, name, language, time_zone, demo, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [workspaceId, organisationId, name, language, timeZone, demo, tx.now],
  );
  await publishIn(tx, [{ type: 'workspace.created', workspaceId, data: { name } }]);
  return workspaceId;
}

export async function addOrganisation(tx: SystemTx, name: string, ownerId: string): Promise<string> {
  const organisationId = newId(tx.now);
  await tx.sql(`insert into identity.organisations (organisation_id, name, created_at) values ($1, $2, $3)`, [
    organisationId,
    name,
    tx.now,
  ]);
  await tx.sql(
    `insert into identity.organisation_members (organisation_id, user_id, role, joined_at) values ($1, $2, 'owner', $3)`,
    [organisationId, ownerId, tx.now],
  );
  return organisationId;
}

/** A further workspace beside an existing one, with the same owners. */
export async function addWorkspaceTo(
  tx: SystemTx,
  besideId: string,
  { name, language }: { name: string; language: 'en' | 'hi' },
): Promise<string> {
  const [beside] = await tx.sql<{ organisationId: string; timeZone: string; demo: boolean }>(
    `select organisation_id as "organisationId", time_zone as "timeZone", demo from workspaces where workspace_id = $1`,
    [besideId],
  );
  const workspaceId = await addWorkspace(tx, { ...beside!, name, language });
  const owners = await tx.sql<{ userId: string; name: string; email: string }>(
    `select user_id as "userId", name, email from members where workspace_id = $1 and role = 'owner'`,
    [besideId],
  );
  for (const owner of owners) await addMember(tx, { workspaceId, ...owner, role: 'owner', roleId: null });
  return workspaceId;
}

interface NewRole {
  name: string;
  description: string;
  permissions: Permission[];
}

export async function addRole(
  tx: SystemTx,
  workspaceId: string,
  { name, description, permissions }: NewRole,
): Promise<string> {
  const roleId = newId(tx.now);
  await tx.sql(
    `insert into roles (workspace_id, role_id, name, description, permissions, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [workspaceId, roleId, name, description, permissions, tx.now],
  );
  await publishIn(tx, [{ type: 'role.created', workspaceId, data: { roleId, name } }]);
  return roleId;
}
