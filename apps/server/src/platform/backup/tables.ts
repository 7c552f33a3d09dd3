import type pg from 'pg';
import { quote } from '../db/roles.ts';

/** A table as a backup holds it. */
export interface BackedTable {
  /** Schema and name, both quoted. */
  name: string;
  columns: string[];
  /** What COPY reads: the table's columns, or a query where they cannot be kept as they are. */
  source: string;
}

interface CatalogRow {
  oid: number;
  schema: string;
  name: string;
  columns: string[];
  parents: number[];
}

/** What means something only where it was written. */
const leftOut = new Set([
  // Who is alive now, and what this database was migrated to.
  'system.processes',
  'system.migrations',
]);

// NOTE: the job library's own tables, so its version is part of the manifest.
const jobTables = ['_private_tasks', '_private_job_queues', '_private_known_crontabs', '_private_jobs'];

const catalogQuery = `
  select c.oid::integer, n.nspname as schema, c.relname as name,
    array(select attname::text from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select distinct confrelid::integer from pg_constraint
      where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as parents
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and (
    n.nspname in ('public', 'identity', 'system') or n.nspname = 'graphile_worker' and c.relname = any ($1)
  )
  order by n.nspname, c.relname`;

/** The tables of a backup, those that others refer to first. */
export async function listBackedTables(client: pg.ClientBase): Promise<BackedTable[]> {
  const { rows } = await client.query<CatalogRow>(catalogQuery, [jobTables]);
  const wanted = rows.filter(({ schema, name }) => !leftOut.has(`${schema}.${name}`));
  return parentsFirst(wanted).map(({ schema, name, columns }) => {
    const quoted = `${quote(schema)}.${quote(name)}`;
    return reshaped[`${schema}.${name}`]?.(quoted, columns) ?? asItIs(quoted, columns);
  });
}

const asItIs = (name: string, columns: string[]): BackedTable => ({
  name,
  columns,
  source: select(name, columns),
});

const select = (name: string, columns: string[]): string =>
  `select ${columns.map(quote).join(', ')} from ${name}`;

const without = (columns: string[], ...names: string[]): string[] =>
  columns.filter((column) => !names.includes(column));

/**
 * Transaction ids mean nothing in another database. So events are kept in their order and get their places anew when
 * they are restored, and a consumer's cursor is kept as the number of events that it has passed.
 */
const reshaped: Record<string, (name: string, columns: string[]) => BackedTable> = {
  'public.events': (name, columns) => {
    const kept = without(columns, 'tx', 'seq');
    return { name, columns: kept, source: `${select(name, kept)} order by tx, seq` };
  },
  'system.event_cursors': (name) => ({
    name,
    columns: ['consumer', 'passed', 'updated_at'],
    source: `select consumer, (
        select count(*) from public.events as event where (event.tx, event.seq) <= (place.tx, place.seq)
      ) as passed, updated_at from ${name} as place`,
  }),
  // Nobody holds a job in the restored database.
  'graphile_worker._private_jobs': (name, columns) =>
    asItIs(name, without(columns, 'locked_at', 'locked_by')),
  'graphile_worker._private_job_queues': (name, columns) =>
    asItIs(name, without(columns, 'locked_at', 'locked_by')),
};

function parentsFirst(tables: CatalogRow[]): CatalogRow[] {
  const byOid = new Map(tables.map((table) => [table.oid, table]));
  const ordered = new Set<CatalogRow>();
  const visit = (table: CatalogRow, path: readonly CatalogRow[]): void => {
    if (ordered.has(table)) return;
    if (path.includes(table)) throw new Error(`The foreign keys of ${table.name} form a circle.`);
    for (const parent of table.parents) {
      const found = byOid.get(parent);
      if (found) visit(found, [...path, table]);
    }
    ordered.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...ordered];
}

/** Months that the event log has partitions of its own for. */
export async function listMonths(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `select replace(substring(child.relname from '^events_(\\d{4}_\\d{2})$'), '_', '-') as month
     from pg_inherits join pg_class as child on child.oid = inhrelid
     where inhparent = 'public.events'::regclass and child.relname ~ '^events_\\d{4}_\\d{2}$' order by 1`,
  );
  return rows.map(({ month }) => month);
}
