import { builtInRoles, type BuiltInRole, type Permission } from '@trikon/contract';
import { invalidField, Refusal } from '../../platform/errors/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Caller } from '../../platform/http/index.ts';

/** A role as it is given to someone: a built-in one by name, or a custom one by its id. */
export interface RoleChoice {
  role: BuiltInRole | 'custom';
  roleId?: string | null | undefined;
}

export interface GrantedRole {
  role: string;
  roleId: string | null;
  roleName: string | null;
  permissions: readonly Permission[];
}

export function permissionsOf(role: string, custom: readonly string[] | null): ReadonlySet<Permission> {
  if (role === 'custom') return new Set((custom ?? []) as Permission[]);
  return new Set(builtInRoles[role as BuiltInRole]);
}

/** Looks a choice up and makes sure that the caller may give it: nobody hands out more than they hold. */
export async function grantableRole(tx: Tx, choice: RoleChoice, caller: Caller): Promise<GrantedRole> {
  const granted = await findRole(tx, choice);
  const missing = granted.permissions.filter((permission) => !caller.permissions.has(permission));
  if (missing.length > 0) {
    throw new Refusal(
      'forbidden',
      `You cannot give a role that holds more than yours (${missing.join(', ')}).`,
    );
  }
  if (granted.role === 'owner' && !(await isOwner(tx, caller))) {
    throw new Refusal('forbidden', 'Only an owner can make someone an owner.');
  }
  return granted;
}

/** Whoever holds more than the caller is out of the caller's reach: neither given another role nor removed. */
export async function refuseHigherMember(
  tx: Tx,
  member: { role: string; roleId: string | null },
  caller: Caller,
): Promise<void> {
  const { permissions } = await findRole(tx, member as RoleChoice);
  const more = permissions.filter((permission) => !caller.permissions.has(permission));
  if (more.length > 0) {
    throw new Refusal(
      'forbidden',
      `You cannot change the place of someone who may do more than you (${more.join(', ')}).`,
    );
  }
}

async function findRole(tx: Tx, { role, roleId }: RoleChoice): Promise<GrantedRole> {
  if (role !== 'custom') {
    if (roleId)
      throw invalidField('roleId', 'not_allowed', 'A custom role id goes with the role "custom" only.');
    return { role, roleId: null, roleName: null, permissions: builtInRoles[role] };
  }
  if (!roleId) throw invalidField('roleId', 'required', 'Say which custom role, by its id.');
  const [found] = await tx.sql<{ name: string; permissions: Permission[] }>(
    `select name, permissions from roles where workspace_id = $1 and role_id = $2`,
    [tx.workspaceId, roleId],
  );
  if (found === undefined) throw invalidField('roleId', 'not_found', 'There is no such custom role here.');
  return { role, roleId, roleName: found.name, permissions: found.permissions };
}

export async function isOwner(tx: Tx, caller: Caller): Promise<boolean> {
  if (caller.kind !== 'user') return false;
  const [found] = await tx.sql<{ role: string }>(
    `select role from members where workspace_id = $1 and user_id = $2`,
    [tx.workspaceId, caller.id],
  );
  return found?.role === 'owner';
}

/** A workspace without an owner could never be managed again. Locks the owners so that two cannot leave at once. */
export async function refuseLastOwner(tx: Tx, userId: string): Promise<void> {
  const owners = await tx.sql<{ user_id: string }>(
    `select user_id from members where workspace_id = $1 and role = 'owner' order by user_id for update`,
    [tx.workspaceId],
  );
  if (owners.length === 1 && owners[0]?.user_id === userId) {
    throw new Refusal('last_owner', 'This is the last owner. Make someone else an owner first.');
  }
}
