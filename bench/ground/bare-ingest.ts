import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createPool } from '../../apps/server/src/platform/db/pool.ts';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';

/**
 * The ceiling of ingest: Node's own HTTP server, the signature, and one insert for all that came in the same turn of the
 * event loop, into a table with nothing but a key. No tenants, no doors, no repeats, no limits, no framework.
 */
const { BENCH_DATA: dataFolder = '', BENCH_SECRET: secret = '' } = process.env;
const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
if (running === null) throw new Error('The database of the bench is not running.');
const pool = createPool({ url: running.url, max: 4, name: 'bare', onIdleError: () => {} });
await pool.query(
  'create table if not exists system.bare_deliveries (id bigint generated always as identity primary key, body bytea)',
);

let waiting: { body: Buffer; response: ServerResponse }[] = [];
let storing = 0;
let gathering = false;

function gather(): void {
  if (gathering || storing >= 4) return;
  gathering = true;
  setImmediate(() => {
    gathering = false;
    if (waiting.length > 0) void store();
  });
}

async function store(): Promise<void> {
  const batch = waiting.splice(0, 256);
  storing += 1;
  const places = batch.map((_, at) => `($${at + 1})`).join(', ');
  const text = `insert into system.bare_deliveries (body) values ${places}`;
  await pool.query({ name: `bare ${batch.length}`, text, values: batch.map(({ body }) => body) });
  storing -= 1;
  for (const { response } of batch) response.writeHead(200, { 'content-length': 0 }).end();
  if (waiting.length > 0) gather();
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts);
    const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice(7), 'hex');
    if (!timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given)) {
      response.writeHead(403).end();
      return;
    }
    waiting.push({ body, response });
    gather();
  });
});
server.listen(0, '127.0.0.1', () =>
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
