import type { Permission } from '@trikon/contract';
import { isUniqueViolation, q, type Tx } from '../../platform/db/index.ts';
import { publish } from '../../platform/events/index.ts';
import { invalidField, notFound, Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';

interface RoleRow {
  roleId: string;
  name: string;
  description: string;
  permissions: Permission[];
  memberCount: number;
  updatedAt: Date;
}

const columns = `r.role_id as "roleId", r.name, r.description, r.permissions, r.updated_at as "updatedAt",
  (select count(*) from members m where m.workspace_id = r.workspace_id and m.role_id = r.role_id) as "memberCount"`;

export async function listRoles(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(cursor, ['text', 'uuid']);
  const rows = await tx.sql<RoleRow>(
    `select ${columns} from roles r
     where r.workspace_id = $1 and ($2::text is null or (r.name, r.role_id) > ($2, $3::uuid))
     order by r.name, r.role_id limit $4`,
    [tx.workspaceId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  return pageOf(rows, limit, (row) => [row.name, row.roleId]);
}

interface RoleInput {
  name: string;
  description: string;
  permissions: Permission[];
}

export async function createRole(tx: Tx, input: RoleInput, caller: Caller): Promise<RoleRow> {
  refuseMoreThanHeld(input.permissions, caller);
  const roleId = newId(tx.now);
  const permissions = [...new Set(input.permissions)];
  const { name, description } = input;
  await refusingTakenName(() =>
    tx.run(
      q.insertInto('roles').values({
        workspace_id: tx.workspaceId,
        role_id: roleId,
        name,
        description,
        permissions,
        created_at: tx.now,
        updated_at: tx.now,
      }),
    ),
  );
  await publish(tx, { type: 'role.created', data: { roleId, name: input.name } });
  return {
    roleId,
    name: input.name,
    description: input.description,
    permissions,
    memberCount: 0,
    updatedAt: tx.now,
  };
}

export async function updateRole(
  tx: Tx,
  { roleId, ...changes }: { roleId: string } & { [Field in keyof RoleInput]?: RoleInput[Field] | undefined },
  caller: Caller,
): Promise<RoleRow> {
  const before = await getRole(tx, roleId);
  // Changing a role changes it for everyone who has it, so both its old and its new extent must be within reach.
  refuseMoreThanHeld(before.permissions, caller);
  refuseMoreThanHeld(changes.permissions ?? [], caller);
  const name = changes.name ?? before.name;
  const description = changes.description ?? before.description;
  const permissions = [...new Set(changes.permissions ?? before.permissions)];
  await refusingTakenName(() =>
    tx.run(
      q
        .updateTable('roles')
        .set({ name, description, permissions, updated_at: tx.now })
        .where('workspace_id', '=', tx.workspaceId)
        .where('role_id', '=', roleId),
    ),
  );
  await publish(tx, { type: 'role.updated', data: { roleId, name } });
  return { ...before, name, description, permissions, updatedAt: tx.now };
}

export async function removeRole(tx: Tx, roleId: string): Promise<Record<string, never>> {
  const { name, memberCount } = await getRole(tx, roleId);
  const [invited] = await tx.sql<{ count: number }>(
    `select count(*) from invitations where workspace_id = $1 and role_id = $2`,
    [tx.workspaceId, roleId],
  );
  const holders = memberCount + (invited?.count ?? 0);
  if (holders > 0) {
    throw new Refusal(
      'conflict',
      `${holders} people hold this role or are invited with it. Give them another one first.`,
    );
  }
  await tx.run(
    q.deleteFrom('roles').where('workspace_id', '=', tx.workspaceId).where('role_id', '=', roleId),
  );
  await publish(tx, { type: 'role.removed', data: { roleId, name } });
  return {};
}

async function getRole(tx: Tx, roleId: string): Promise<RoleRow> {
  const [found] = await tx.sql<RoleRow>(
    `select ${columns} from roles r where r.workspace_id = $1 and r.role_id = $2`,
    [tx.workspaceId, roleId],
  );
  if (found === undefined) throw notFound('role');
  return found;
}

function refuseMoreThanHeld(permissions: readonly Permission[], caller: Caller): void {
  const missing = permissions.filter((permission) => !caller.permissions.has(permission));
  if (missing.length > 0) {
    throw new Refusal(
      'forbidden',
      `You cannot give permissions that you do not hold (${missing.join(', ')}).`,
    );
  }
}

async function refusingTakenName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw invalidField('name', 'taken', 'Another role has this name already.');
    throw error;
  }
}
