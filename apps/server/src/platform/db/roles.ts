import { hkdfSync } from 'node:crypto';
import type pg from 'pg';

/**
 * Three roles, none of which owns anything or may bypass row security:
 * app serves requests inside one workspace, system serves the paths of system-paths.ts, auth is the sign-in
 * library's and sees only the schema `identity`.
 */
export interface RoleNames {
  app: string;
  system: string;
  auth: string;
}

export const roleNames = (prefix: string): RoleNames => ({
  app: `${prefix}_app`,
  system: `${prefix}_system`,
  auth: `${prefix}_auth`,
});

interface RoleOptions {
  url: string;
  masterKey: Buffer;
  rolePrefix: string;
}

/** Passwords follow from the master key, so every copy of the program knows them and none is stored. */
function rolePassword(masterKey: Buffer, role: string): string {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `database role ${role}`, 24)).toString('base64url');
}

export function roleUrls({ url, masterKey, rolePrefix }: RoleOptions): RoleNames {
  const names = roleNames(rolePrefix);
  const urlFor = (role: string): string => {
    const address = new URL(url);
    address.username = role;
    address.password = rolePassword(masterKey, role);
    return address.toString();
  };
  return { app: urlFor(names.app), system: urlFor(names.system), auth: urlFor(names.auth) };
}

const limits = `statement_timeout = '30s', lock_timeout = '10s', idle_in_transaction_session_timeout = '30s'`;

/** Creates the roles or brings their passwords and limits up to date. Runs as the owner, under the migration lock. */
export async function ensureRoles(
  owner: pg.ClientBase,
  { masterKey, rolePrefix }: RoleOptions,
): Promise<void> {
  const names = roleNames(rolePrefix);
  for (const role of Object.values(names)) {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = rowCount ? 'alter' : 'create';
    await owner.query(
      `${verb} role ${quote(role)} login noinherit password ${owner.escapeLiteral(rolePassword(masterKey, role))}`,
    );
    for (const limit of limits.split(', ')) await owner.query(`alter role ${quote(role)} set ${limit}`);
  }
  await owner.query(`alter role ${quote(names.auth)} set search_path = identity`);
}

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
