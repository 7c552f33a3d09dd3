import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { createPool } from '../../apps/server/src/platform/db/pool.ts';

/**
 * The ceiling of dispatch: commits a batch of attempts, sends them, commits what came of them, again and again, for four
 * numbers beside each other. No queue, no leases, no gate, no pace. Sends as many as it is asked for.
 */
const { BENCH_DATABASE: url = '', BENCH_GRAPH: base = '' } = process.env;
const pool = createPool({ url, max: 8, name: 'bare', onIdleError: () => {} });
await pool.query(
  `create table if not exists system.bare_attempts (id uuid primary key, at timestamptz not null default now(), outcome text, wamid text)`,
);
const graph = new Pool(base, { connections: 512, pipelining: 1 });
const batch = 150;
const body = JSON.stringify({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '919876543210',
  biz_opaque_callback_data: `v1.${'0'.repeat(36)}.1.${'0'.repeat(16)}`,
  type: 'template',
  template: { name: 'order_confirmation', language: { code: 'en' } },
});

async function send(): Promise<string> {
  const { body: answer } = await graph.request({
    path: '/v25.0/1/messages',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer a token' },
    body,
  });
  return ((await answer.json()) as { messages: { id: string }[] }).messages[0]!.id;
}

async function loop(count: number): Promise<void> {
  for (let done = 0; done < count; done += batch) {
    const { rows } = await pool.query<{ id: string }>({
      name: 'attempts',
      text: `insert into system.bare_attempts (id) select gen_random_uuid() from generate_series(1, $1) returning id`,
      values: [batch],
    });
    const wamids = await Promise.all(rows.map(() => send()));
    await pool.query({
      name: 'results',
      text: `update system.bare_attempts a set outcome = 'accepted', wamid = r.wamid
             from unnest($1::uuid[], $2::text[]) as r (id, wamid) where a.id = r.id`,
      values: [rows.map(({ id }) => id), wamids],
    });
  }
}

const server = createServer((request, response) => {
  const count = Number(new URL(request.url ?? '', 'http://x').searchParams.get('count'));
  void Promise.all(Array.from({ length: 4 }, () => loop(count / 4))).then(() => response.end('done'));
});
server.listen(0, '127.0.0.1', () =>
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
