import type pg from 'pg';

const typeByUdt: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'string',
  date: 'string',
  timestamptz: 'Date',
  jsonb: 'Json',
  json: 'Json',
  bytea: 'Buffer',
  xid8: 'string',
  inet: 'string',
};

interface ColumnRow {
  table: string;
  column: string;
  udt: string;
  nullable: boolean;
  has_default: boolean;
}

const columnsQuery = `
  select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as "table",
    a.attname as "column", t.typname as udt, not a.attnotnull as nullable,
    a.atthasdef or a.attidentity <> '' as has_default
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where n.nspname in ('public', 'identity', 'system') and c.relkind in ('r', 'p', 'v') and not c.relispartition
  order by 1, a.attnum`;

/** The row types of the migrated database, as TypeScript; a test holds the committed file against this. */
export async function generateRows(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<ColumnRow>(columnsQuery);
  const tables = Map.groupBy(rows, (row) => row.table);
  const interfaces = [...tables].map(([table, columns]) => {
    const lines = columns.map((column) => `  ${column.column}: ${columnType(column)};`);
    return `interface ${interfaceName(table)} {\n${lines.join('\n')}\n}\n`;
  });
  const index = [...tables.keys()].map((table) => `  ${key(table)}: ${interfaceName(table)};`);
  return [
    '// Written by `npm run generate` from the migrated database. Do not edit.',
    `import type { ColumnType, Generated } from 'kysely';\n`,
    `type Json = ColumnType<unknown, string, string>;\n`,
    ...interfaces,
    `export interface DB {\n${index.join('\n')}\n}\n`,
  ].join('\n');
}

function columnType({ table, column, udt, nullable, has_default }: ColumnRow): string {
  const element = typeByUdt[udt.replace(/^_/, '')];
  if (element === undefined) throw new Error(`No TypeScript type is known for ${udt} of ${table}.${column}.`);
  const base = udt.startsWith('_') ? `${element}[]` : element;
  const full = nullable ? `${base} | null` : base;
  return has_default ? `Generated<${full}>` : full;
}

const key = (table: string): string => (table.includes('.') ? `'${table}'` : table);

function interfaceName(table: string): string {
  return table.replace(/(^|[._])([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
