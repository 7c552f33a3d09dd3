import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { nameKey } from '../../apps/server/src/modules/contacts/search/search-key.ts';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';

const rows = Number(process.env.BENCH_IMPORT_ROWS ?? 50_000);
const first = 'Meera Ramesh Sunita Gopal Lakshmi Arjun Kavita Sanjay Pooja Imran अनिल কবিতা'.split(' ');
const last = 'Patel Sharma Iyer Khan Singh Das Nair Reddy Joshi Mehta शर्मा'.split(' ');

let next = 0;

/** People of whom nobody is known yet, as a shop's system writes them down. */
function newPeople(): string {
  const lines = ['Name,Phone,Email,City'];
  for (let at = 0; at < rows; at++) {
    const number = next++;
    const name = `${first[number % first.length]} ${last[number % last.length]}`;
    lines.push(`${name},+9170${String(number).padStart(8, '0')},p${number}@example.in,Surat`);
  }
  return `${lines.join('\n')}\n`;
}

/** From the start of an import to its last row, against a COPY of such rows into a table with the same indexes. */
export async function measure(ground: Ground): Promise<Result> {
  const running = await findRunningPostgres(path.join(ground.dataFolder, 'postgres'));
  if (running === null) throw new Error('The database of the bench is not running.');
  const owner = new pg.Client({ connectionString: running.url });
  await owner.connect();
  await owner.query(
    'drop table if exists bare_contacts; create table bare_contacts (like contacts including all)',
  );
  const result = await compare(
    'per s',
    () => importRate(ground),
    () => copyRate(ground, owner),
  );
  await owner.query('drop table bare_contacts');
  await owner.end();
  return result;
}

interface Shown {
  importId: string;
  state: string;
  plan: unknown;
  counts: { created: number };
}

async function importRate(ground: Ground): Promise<number> {
  const uploaded = await call(ground, '?fileName=bench.csv', newPeople());
  const at = `/${uploaded.importId}`;
  await call(ground, `${at}/check`, JSON.stringify({ plan: uploaded.plan }));
  await until(ground, at, 'checked');
  const started = performance.now();
  await call(ground, `${at}/start`, '{}');
  const { counts } = await until(ground, at, 'done');
  if (counts.created !== rows) throw new Error(`Of ${rows} rows ${counts.created} became contacts.`);
  return (rows * 1000) / (performance.now() - started);
}

/** The same rows as they are in the end, with nothing to read, to look up or to tell. */
async function copyRate({ workspaceId }: Ground, owner: pg.Client): Promise<number> {
  const file = path.join(tmpdir(), `trikon-bench-${randomUUID()}.csv`);
  const now = '2026-01-01T00:00:00Z';
  const lines = newPeople()
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(
      (line) => `${workspaceId},${randomUUID()},${line},${nameKey(line.split(',')[0]!)},import,${now},${now}`,
    );
  await writeFile(file, lines.join('\n'), { mode: 0o644 });
  const started = performance.now();
  await owner.query(
    `copy bare_contacts (workspace_id, contact_id, name, phone, email, city, name_key, source, created_at, updated_at)
     from '${file}' with (format csv)`,
  );
  const seconds = (performance.now() - started) / 1000;
  await rm(file);
  return rows / seconds;
}

async function until(ground: Ground, at: string, state: string): Promise<Shown> {
  for (;;) {
    const shown = await call(ground, at);
    if (shown.state === state) return shown;
    if (shown.state === 'failed') throw new Error('The import failed.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function call({ url, headers }: Ground, at: string, body?: string): Promise<Shown> {
  const isFile = at.startsWith('?');
  const answer = await fetch(`${url}/api/v1/contact-imports${at}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, origin: url, 'content-type': isFile ? 'text/csv' : 'application/json' },
    ...(body === undefined ? {} : { body }),
  });
  if (!answer.ok) throw new Error(`Imports answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Shown;
}
