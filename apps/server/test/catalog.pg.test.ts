import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  grantBreaks,
  newTable,
  roleBreaks,
  routineBreaks,
  rowSecurityBreaks,
  tableBreaks,
} from './catalog/breaks.ts';
import { catalogProblems, ruleNames } from './catalog/catalog-problems.ts';
import { nameRoles, type Query } from './catalog/rule.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
const query: Query = async <Row extends object>(text: string) => (await owner.query<Row>(text)).rows;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('no table, view, function or grant shows one workspace the rows of another', async () => {
  expect(await catalogProblems(query)).toEqual([]);
});

test('the rules look at what is there', async () => {
  const [counted] = await query<{ tables: number; policies: number }>(
    `select (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as tables,
       (select count(*)::int from pg_policy) as policies`,
  );
  expect(counted!.tables).toBeGreaterThan(10);
  expect(counted!.policies).toBeGreaterThan(20);
});

test('a table that system.protect put under row security is clean', async () => {
  expect(await problemsAfter(newTable)).toEqual([]);
});

const breaks = [...tableBreaks, ...rowSecurityBreaks, ...routineBreaks, ...roleBreaks, ...grantBreaks];

describe('each rule notices what it is for', () => {
  test.each(breaks)('$problem', async ({ sql, problem }) => {
    expect(await problemsAfter(nameRoles(sql))).toContain(nameRoles(problem));
  });

  test('and none is without its proof', () => {
    expect(ruleNames.filter((name) => !breaks.some(({ rule }) => rule === name))).toEqual([]);
  });
});

/** Breaks and looks in one transaction that never commits, so the next test finds the database whole. */
async function problemsAfter(sql: string): Promise<string[]> {
  await owner.query('begin');
  try {
    await owner.query(sql);
    return await catalogProblems(query);
  } finally {
    await owner.query('rollback');
  }
}
