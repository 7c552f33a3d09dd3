import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { generatedFiles } from './generate.ts';
import { generateRows } from './platform/db/generate-rows.ts';
import { generateProcedures } from './platform/http/generate-procedures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the row types are those of the migrated database', async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const rows = await generateRows(client);
  await client.end();
  expect(await readFile(generatedFiles.rows, 'utf8')).toBe(rows);
});

test('the web app knows every procedure of the contract', async () => {
  expect(await readFile(generatedFiles.procedures, 'utf8')).toBe(generateProcedures());
});
