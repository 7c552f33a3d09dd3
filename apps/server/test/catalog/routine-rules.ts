import { ours, sqlRule, type CatalogRule } from './rule.ts';

/** Functions that run with the owner's rights, each with its reason. */
const definers: Record<string, string> = {
  'system.enqueue(json,timestamp with time zone)':
    'Requests may not see the job queue; this puts a job of their own workspace into it.',
};

interface Definer {
  name: string;
  settings: string[] | null;
}

export const definersAreNamed: CatalogRule = async (query) => {
  const found = await query<Definer>(`
    select format('%s.%s(%s)', n.nspname, p.proname,
        (select string_agg(format_type(t, null), ',' order by at) from unnest(p.proargtypes) with ordinality as arguments (t, at)))
        as name,
      p.proconfig as settings
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef`);
  return found.flatMap(({ name, settings }) => {
    if (definers[name] === undefined)
      return [`function ${name} is security definer without being on the list`];
    return hasFixedPath(settings) ? [] : [`function ${name} is security definer without a fixed search_path`];
  });
};

/** Names in the function must not be found in a schema where someone else may create them. */
function hasFixedPath(settings: string[] | null): boolean {
  const path = settings?.find((setting) => setting.startsWith('search_path='))?.slice('search_path='.length);
  const schemas = path?.split(',').map((schema) => schema.trim());
  return (
    schemas?.[0] === 'pg_catalog' &&
    schemas.every((schema) => ['pg_catalog', 'system', 'pg_temp'].includes(schema))
  );
}

/** The planner may run a leakproof function on rows before row security has looked at them. */
export const nothingIsLeakproof = sqlRule(`
  select format('function %s is marked leakproof', p.oid::regprocedure) as problem
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.proleakproof`);

/** Extensions that are trusted by PostgreSQL itself and that a migration asks for. */
const notOfExtensions = `not exists (select from pg_depend d join pg_extension e on e.oid = d.refobjid
  where d.objid = p.oid and d.deptype = 'e' and e.extname in ('pg_trgm', 'btree_gin'))`;

export const routinesSpeakSql = sqlRule(`
  select format('%s %s is written in %s', case p.prokind when 'p' then 'procedure' else 'function' end,
    p.oid::regprocedure, l.lanname) as problem
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where ${ours} and l.lanname not in ('sql', 'plpgsql') and ${notOfExtensions}`);

/** Anyone may execute a new function until that is revoked. */
export const systemRoutinesAreGrantedByName = sqlRule(`
  select format('%s %s may be called by %s', case p.prokind when 'p' then 'procedure' else 'function' end,
    p.oid::regprocedure, r.rolname) as problem
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  join pg_roles r on r.rolname in (:app, :system, :auth)
  where n.nspname in ('system', 'identity', 'graphile_worker') and has_schema_privilege(r.oid, n.oid, 'usage')
    and has_function_privilege(r.oid, p.oid, 'execute')
    and p.oid <> 'system.enqueue(json, timestamptz)'::regprocedure
    and not (n.nspname = 'graphile_worker' and r.rolname = :system)`);
