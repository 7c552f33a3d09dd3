import { ours, sqlRule } from './rule.ts';

/** The schemas that exist. Another one would lie outside of every rule here. */
export const knownSchemas = sqlRule(`
  select format('schema %s is not one that these rules know', n.nspname) as problem from pg_namespace n
  where ${ours} and n.nspname not in ('public', 'identity', 'system', 'graphile_worker')`);

export const tablesNameTheirWorkspace = sqlRule(`
  select format('table %s has no column workspace_id uuid not null', c.relname) as problem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id'
      and a.atttypid = 'uuid'::regtype and a.attnotnull and not a.attisdropped)`);

/** Row security guards tables; what else can hold or fetch rows of tenants has no place in the schema. */
export const onlyTablesHoldRows = sqlRule(`
  select format('%s %s.%s cannot stand under row security',
    case c.relkind when 'm' then 'materialized view' else 'foreign table' end, n.nspname, c.relname) as problem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and c.relkind in ('m', 'f')`);

export const primaryKeysBeginWithTheWorkspace = sqlRule(`
  select format('table %s has no primary key that begins with workspace_id', c.relname) as problem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not exists (
    select from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'workspace_id')`);

/** Across workspaces a unique index tells one tenant what another has, and a sharded database refuses it. */
export const uniqueIndexesBeginWithTheWorkspace = sqlRule(`
  select format('unique index %s does not begin with workspace_id', i.relname) as problem
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
  where n.nspname = 'public' and x.indisunique and a.attname is distinct from 'workspace_id'`);

export const exclusionsHoldWithinAWorkspace = sqlRule(`
  select format('exclusion constraint %s of %s does not begin with workspace_id and =', k.conname, c.relname) as problem
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  left join pg_operator o on o.oid = k.conexclop[1]
  where n.nspname = 'public' and k.contype = 'x'
    and (a.attname is distinct from 'workspace_id' or o.oprname is distinct from '=')`);

/** A reference is checked with the owner's eyes, so without the workspace in it a row could lean on another tenant's. */
export const foreignKeysStayInTheWorkspace = sqlRule(`
  select format('foreign key %s of %s.%s does not begin with workspace_id on both sides', k.conname, n.nspname, c.relname)
    as problem
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
  where k.contype = 'f' and 'public' in (n.nspname, fn.nspname)
    and (a.attname <> 'workspace_id' or b.attname <> 'workspace_id' or n.nspname <> fn.nspname)`);

/** A sequence counts for all tenants together, so what it gives one tells it how busy the others are. */
export const sequencesAreNamed = sqlRule(`
  select format('sequence %s is not on the list of sequences that tenants may share', c.relname) as problem
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'S' and c.relname not in ('event_seq')`);
