import { sqlRule } from './rule.ts';

/** Partitions carry none of their own: nobody is granted them, so they are reached through the parent's. */
export const rowSecurityIsForced = sqlRule(`
  select format('table %s does not enable and force row security', c.relname) as problem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    and not (c.relrowsecurity and c.relforcerowsecurity)`);

const expected = `(values
  ('own_workspace', :app, '(workspace_id = current_workspace())'),
  ('all_workspaces', :system, 'true')) as expected (name, role, condition)`;

const asWritten = `
  p.polname = expected.name and p.polpermissive and p.polcmd = '*'
  and p.polroles = array[(select oid from pg_roles where rolname = expected.role)]
  and pg_get_expr(p.polqual, p.polrelid) = expected.condition
  and pg_get_expr(p.polwithcheck, p.polrelid) = expected.condition`;

export const policiesAreTheTwo = sqlRule(`
  select format('table %s lacks the policy %s as system.protect writes it', c.relname, expected.name) as problem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join ${expected}
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_policy p where p.polrelid = c.oid and ${asWritten})
  union all
  select format('table %s.%s has the policy %s, which no rule knows', n.nspname, c.relname, p.polname)
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname <> 'graphile_worker'
    and not exists (select from ${expected} where n.nspname = 'public' and ${asWritten})`);

/** The job library brings row security of its own; only the system role passes it. */
export const jobPoliciesServeTheSystemRole = sqlRule(`
  select format('policy %s of graphile_worker.%s serves another role than the system role', p.polname, c.relname) as problem
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'graphile_worker'
    and p.polroles <> array[(select oid from pg_roles where rolname = :system)]`);

/** Every policy above rests on this one function. */
export const theWorkspaceComesFromTheTransaction = sqlRule(`
  select 'function current_workspace does not read the setting of the transaction, and only that' as problem
  where not exists (
    select from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where n.nspname = 'public' and p.proname = 'current_workspace' and p.pronargs = 0 and p.provolatile = 's'
      and l.lanname = 'sql' and not p.prosecdef
      and btrim(p.prosrc) = 'select nullif(current_setting(''trikon.workspace_id'', true), '''')::uuid')`);

export const viewsLookWithTheCallersEyes = sqlRule(`
  select format('view %s is not security_invoker', c.relname) as problem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'identity', 'system') and c.relkind = 'v'
    and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)`);

/** What a rule rewrites runs with the table owner's rights. */
export const nothingIsRewritten = sqlRule(`
  select format('rule %s of %s.%s rewrites statements past row security', r.rulename, n.nspname, c.relname) as problem
  from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'identity', 'system') and c.relkind not in ('v', 'm')`);
