import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { migrate } from './platform/db/index.ts';
import { generateRows } from './platform/db/generate-rows.ts';
import { generateProcedures } from './platform/http/generate-procedures.ts';

const root = path.join(import.meta.dirname, '../../..');

/** Files that follow from others: the row types from the migrations, the web app's procedure table from the contract. */
export const generatedFiles = {
  rows: path.join(root, 'apps/server/src/platform/db/rows.generated.ts'),
  procedures: path.join(root, 'apps/web/src/data/procedures.generated.ts'),
};

/** Writes the generated files from the contract and a database that it migrates first. */
export async function generate(databaseUrl: string, rolePrefix: string): Promise<void> {
  await migrate({ url: databaseUrl, masterKey: Buffer.alloc(32), rolePrefix, now: new Date() });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await writeFile(generatedFiles.rows, await generateRows(client));
  await client.end();
  await writeFile(generatedFiles.procedures, generateProcedures());
}
