import { sqlRule } from './rule.ts';

export const rolesHaveNoPowers = sqlRule(`
  select format('role %s may bypass what it should stand under (%s)', rolname, concat_ws(', ',
    case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
    case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end,
    case when rolreplication then 'replication' end)) as problem
  from pg_roles where rolname in (:app, :system, :auth)
    and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
  union all
  select format('role %s does not exist', name) from unnest(array[:app, :system, :auth]) as name
  where not exists (select from pg_roles where rolname = name)`);

/** A member could act as the other role. Whoever owns the database may be one: it made the roles. */
export const rolesJoinNoOthers = sqlRule(`
  select format('role %s is a member of %s', member.rolname, of.rolname) as problem
  from pg_auth_members m join pg_roles member on member.oid = m.member join pg_roles of on of.oid = m.roleid
  where member.rolname in (:app, :system, :auth)
    or (of.rolname in (:app, :system, :auth)
      and member.oid <> (select datdba from pg_database where datname = current_database()))`);

/** Row security does not bind an owner who may switch it off. */
export const rolesOwnNothing = sqlRule(`
  select format('role %s owns %s', r.rolname, pg_describe_object(d.classid, d.objid, d.objsubid)) as problem
  from pg_shdepend d join pg_roles r on r.oid = d.refobjid
  where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o' and r.rolname in (:app, :system, :auth)
    and d.dbid in (0, (select oid from pg_database where datname = current_database()))`);

export const rolesCreateNothing = sqlRule(`
  select format('role %s may create in schema %s', r.rolname, n.nspname) as problem
  from pg_roles r cross join pg_namespace n
  where r.rolname in (:app, :system, :auth) and n.nspname !~ '^pg_(temp|toast_temp)_'
    and has_schema_privilege(r.oid, n.oid, 'create')
  union all
  select format('role %s may create schemas', rolname) from pg_roles
  where rolname in (:app, :system, :auth) and has_database_privilege(rolname, current_database(), 'create')`);
