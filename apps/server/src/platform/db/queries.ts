import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
} from 'kysely';
import type pg from 'pg';
import type { Tracing } from '../tracing/index.ts';
import type { DB } from './rows.generated.ts';

/** Builds typed SQL and never runs it: running needs a transaction, which carries the tenant. */
export const q = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export interface Queryable {
  /** All rows of a built query. */
  rows<Row>(query: Compilable<Row>): Promise<Row[]>;
  /** The first row of a built query, or undefined. */
  row<Row>(query: Compilable<Row>): Promise<Row | undefined>;
  /** Runs a built statement and says how many rows it touched. */
  run(query: Compilable): Promise<number>;
  /** Hand-written SQL, for hot paths and what the builder cannot say. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

const statementNames = new Map<string, string>();
// Past this many the texts are surely generated per call; naming them would fill every connection's memory.
const maxNamedStatements = 2_000;

function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known !== undefined || statementNames.size >= maxNamedStatements) return known;
  const name = `s${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

/** Runs one statement, prepared once per connection and then only bound. */
async function runStatement<Row extends object>(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult<Row>> {
  const name = statementName(text);
  return client.query<Row>({ text, values: values as unknown[], ...(name === undefined ? {} : { name }) });
}

export function queryableOver(client: () => pg.ClientBase, tracing?: Tracing): Queryable {
  const run = <Row extends object>(text: string, values: readonly unknown[]): Promise<pg.QueryResult<Row>> =>
    tracing?.enabled
      ? tracing.span('query', { kind: 'client', attributes: { 'db.query.text': text } }, () =>
          runStatement<Row>(client(), text, values),
        )
      : runStatement<Row>(client(), text, values);
  return {
    rows: async <Row>(query: Compilable<Row>) => {
      const { sql, parameters } = query.compile();
      return (await run(sql, parameters)).rows as Row[];
    },
    row: async <Row>(query: Compilable<Row>) => {
      const { sql, parameters } = query.compile();
      return (await run(sql, parameters)).rows[0] as Row | undefined;
    },
    run: async (query) => {
      const { sql, parameters } = query.compile();
      return (await run(sql, parameters)).rowCount ?? 0;
    },
    sql: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await run<Row>(text, values)).rows,
  };
}
