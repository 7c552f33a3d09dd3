import { roleNames, type RoleNames } from '../../src/platform/db/roles.ts';
import { testRolePrefix } from '../global-database.ts';

/** Runs SQL as the owner, in whatever transaction the caller holds. */
export type Query = <Row extends object>(text: string) => Promise<Row[]>;

/** A rule of tenancy: names everything in the database that breaks it, one sentence each. */
export type CatalogRule = (query: Query) => Promise<string[]>;

export const roles = roleNames(testRolePrefix);

/** A rule that one statement decides: it returns a column `problem`; `:app`, `:system` and `:auth` are role names. */
export function sqlRule(text: string): CatalogRule {
  return async (query) => {
    const rows = await query<{ problem: string }>(nameRoles(text, "'"));
    return rows.map(({ problem }) => problem);
  };
}

/** Puts the roles' names in for `:app`, `:system` and `:auth`, as the migrations do. */
export function nameRoles(text: string, quote = ''): string {
  return text.replace(
    /(?<!:):(app|system|auth)\b/g,
    (_, role: keyof RoleNames) => `${quote}${roles[role]}${quote}`,
  );
}

/** Not PostgreSQL's own schemas. */
export const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
