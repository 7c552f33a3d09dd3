import type { Permission } from '@trikon/contract';
import type { Database, SystemTx } from '../../platform/db/index.ts';
import { publishIn } from '../../platform/events/index.ts';
import { notFound, Refusal } from '../../platform/errors/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { addMember, addWorkspace } from './people.ts';
import { permissionsOf } from './roles.ts';
import { workspaceColumns, type WorkspaceRow } from './workspace.ts';

interface PersonRow {
  userId: string;
  name: string;
  email: string;
  language: 'en' | 'hi';
  twoFactorEnabled: boolean;
}

interface Membership {
  workspaceId: string;
  organisationId: string;
  name: string;
  language: 'en' | 'hi';
  timeZone: string;
  currency: string;
  demo: boolean;
  role: string;
  roleName: string | null;
  rolePermissions: string[] | null;
}

export async function getAccount(db: Database, caller: Person) {
  return db.acrossWorkspaces('account', (tx) => readAccount(tx, caller.id));
}

async function readAccount(tx: SystemTx, userId: string) {
  const [people, organisations, memberships] = await Promise.all([
    tx.sql<PersonRow>(
      `select id as "userId", name, email, language, two_factor_enabled as "twoFactorEnabled" from identity.users where id = $1`,
      [userId],
    ),
    tx.sql<{ organisationId: string; name: string; role: 'owner' | 'member' }>(
      `select o.organisation_id as "organisationId", o.name, m.role
       from identity.organisation_members m join identity.organisations o using (organisation_id) where m.user_id = $1 order by o.name`,
      [userId],
    ),
    tx.sql<Membership>(
      `select w.workspace_id as "workspaceId", w.organisation_id as "organisationId", w.name, w.language, w.time_zone as "timeZone",
         w.currency, w.demo, m.role, r.name as "roleName", r.permissions as "rolePermissions"
       from members m join workspaces w using (workspace_id)
       left join roles r on r.workspace_id = m.workspace_id and r.role_id = m.role_id
       where m.user_id = $1 order by w.name, w.workspace_id`,
      [userId],
    ),
  ]);
  const person = people[0];
  if (person === undefined) throw notFound('account');
  const workspaces = memberships.map(({ rolePermissions, ...membership }) => ({
    ...membership,
    permissions: [...permissionsOf(membership.role, rolePermissions)] as Permission[],
  }));
  return { ...person, organisations, workspaces };
}

interface AccountChanges {
  name?: string | undefined;
  language?: 'en' | 'hi' | undefined;
}

export async function updateAccount(db: Database, caller: Person, { name, language }: AccountChanges) {
  const actor = { kind: 'user', id: caller.id } as const;
  return db.acrossWorkspaces(
    'account',
    async (tx) => {
      await tx.sql(
        `update identity.users set name = coalesce($2, name), language = coalesce($3, language), updated_at = $4 where id = $1`,
        [caller.id, name ?? null, language ?? null, tx.now],
      );
      if (name !== undefined) await renameEverywhere(tx, caller.id, name);
      return readAccount(tx, caller.id);
    },
    actor,
  );
}

async function renameEverywhere(tx: SystemTx, userId: string, name: string): Promise<void> {
  const renamed = await tx.sql<{ workspaceId: string }>(
    `update members set name = $2 where user_id = $1 and name <> $2 returning workspace_id as "workspaceId"`,
    [userId, name],
  );
  await publishIn(
    tx,
    renamed.map(({ workspaceId }) => ({
      type: 'member.renamed' as const,
      workspaceId,
      data: { userId, name },
    })),
  );
}

interface NewWorkspaceInput {
  organisationId: string;
  name: string;
  timeZone?: string | undefined;
  language?: 'en' | 'hi' | undefined;
}

export async function createWorkspace(
  db: Database,
  caller: Person,
  input: NewWorkspaceInput,
): Promise<WorkspaceRow> {
  const actor = { kind: 'user', id: caller.id } as const;
  return db.acrossWorkspaces(
    'account',
    async (tx) => {
      const [membership] = await tx.sql<{ role: string }>(
        `select role from identity.organisation_members where organisation_id = $1 and user_id = $2`,
        [input.organisationId, caller.id],
      );
      if (membership === undefined) throw notFound('organisation');
      if (membership.role !== 'owner')
        throw new Refusal('forbidden', 'Only an owner of the organisation can add a workspace.');
      const { timeZone = 'Asia/Kolkata', language = 'en' } = input;
      const workspaceId = await addWorkspace(tx, { ...input, timeZone, language, demo: false });
      const { id: userId, name, email } = caller;
      await addMember(tx, { workspaceId, userId, name, email, role: 'owner', roleId: null });
      const [created] = await tx.sql<WorkspaceRow>(
        `select ${workspaceColumns} from workspaces where workspace_id = $1`,
        [workspaceId],
      );
      return created!;
    },
    actor,
  );
}
