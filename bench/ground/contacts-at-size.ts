import path from 'node:path';
import pg from 'pg';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';
import { nameKey } from '../../apps/server/src/modules/contacts/search/search-key.ts';
import type { Ground } from './ground.ts';

const first =
  'Meera Ramesh Sunita Gopal Lakshmi Arjun Kavita Sanjay Pooja Imran Fatima Joseph अनिल கவிதா রিমা'.split(' ');
const last = 'Patel Sharma Iyer Khan Singh Das Nair Reddy Joshi Mehta Shah Gupta Rao शर्मा Pillai Bose'.split(
  ' ',
);

/** People as a large shop has them: names that many share, a tag that few have, own fields. Once for all scenarios. */
export async function plantManyContacts(
  { dataFolder, workspaceId }: Ground,
  contacts: number,
): Promise<void> {
  const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  if (running === null) throw new Error('The database of the bench is not running.');
  const owner = new pg.Client({ connectionString: running.url });
  await owner.connect();
  // Row security hides tenants' rows from their owner too.
  await owner.query('set role trikon_system');
  const { rows } = await owner.query('select from contacts where workspace_id = $1 and source = $2 limit 1', [
    workspaceId,
    'list-bench',
  ]);
  if (rows.length === 0) {
    const names = first.flatMap((one) => last.map((other) => `${one} ${other}`));
    await owner.query(
      `insert into contact_fields (workspace_id, field_id, key, name, kind, place, created_at)
       values ($1, gen_random_uuid(), 'bench_orders', 'bench orders', 'number', 1, now())`,
      [workspaceId],
    );
    await owner.query(
      `insert into contacts (workspace_id, contact_id, name, name_key, phone, source, created_at, updated_at, city, tags, fields)
       select $1, gen_random_uuid(), ($2::text[])[1 + n % $4], ($3::text[])[1 + n % $4],
         '+9198' || lpad((n::bigint * 7919 % 100000000)::text, 8, '0'), 'list-bench', now() - n * interval '20 seconds',
         now() - (n::bigint * 7919 % $5::int) * interval '10 seconds', (array['Surat', 'Pune', 'Kota'])[1 + n % 3],
         case when n % 5003 = 0 then array[$1::uuid] else '{}' end, jsonb_build_object('bench_orders', n % 50)
       from generate_series(1, $5::int) n`,
      [workspaceId, names, names.map(nameKey), names.length, contacts],
    );
    await owner.query('reset role');
    await owner.query('vacuum analyze contacts');
  }
  await owner.end();
}

/** The slowest of several questions, each asked several times: nearly the 95th percentile of all. */
export async function slowestAnswer({ url, headers }: Ground, questions: readonly object[]): Promise<number> {
  const times: number[] = [];
  for (const question of [...questions, ...questions, ...questions, ...questions]) {
    const started = performance.now();
    const answer = await fetch(`${url}/api/v1/contacts/find`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', origin: url },
      body: JSON.stringify(question),
    });
    if (!answer.ok) throw new Error(`The list answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}
