import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createPool } from '../../apps/server/src/platform/db/pool.ts';
import { roleUrls } from '../../apps/server/src/platform/db/roles.ts';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';

/**
 * The ceiling of the API scenarios: Node's own HTTP server and the same statements under the same row security and
 * the same pool. No session, no permission, no contract, no framework. Its queries travel together like ours do.
 */
const { BENCH_DATA: dataFolder = '', BENCH_WORKSPACE: workspaceId = '' } = process.env;
const masterKey = Buffer.from((await readFile(path.join(dataFolder, 'master.key'), 'utf8')).trim(), 'base64');
const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
if (running === null) throw new Error('The database of the bench is not running.');
const { app } = roleUrls({ url: running.url, masterKey, rolePrefix: 'trikon' });
const pool = createPool({ url: app, max: 10, name: 'bare', onIdleError: () => {} });
const tenant = `begin; set local trikon.workspace_id = '${workspaceId}'`;

const selectWorkspace = `select workspace_id as "workspaceId", organisation_id as "organisationId", name, country, currency,
  time_zone as "timeZone", language, require_two_factor as "requireTwoFactor", session_idle_minutes as "sessionIdleMinutes", demo,
  created_at as "createdAt" from workspaces where workspace_id = $1`;
const insertRole = `insert into roles (workspace_id, role_id, name, description, permissions, created_at, updated_at)
  values ($1, $2, $3, '', '{members.read}', now(), now())`;
const insertEvent = `insert into events (workspace_id, at, event_id, type, actor_kind, actor_id, data)
  values ($1, now(), $2, 'role.created', 'user', 'bare', $3)`;

async function read(): Promise<unknown> {
  const client = await pool.connect();
  const begun = client.query(tenant);
  const found = client.query({ name: 'read', text: selectWorkspace, values: [workspaceId] });
  const committed = client.query('commit');
  await begun;
  const { rows } = await found;
  void committed.then(() => client.release());
  return rows[0];
}

async function write(body: string): Promise<unknown> {
  const { name } = JSON.parse(body) as { name: string };
  const client = await pool.connect();
  const id = randomUUID();
  const begun = client.query(tenant);
  await client.query({ name: 'role', text: insertRole, values: [workspaceId, id, name] });
  await client.query({
    name: 'event',
    text: insertEvent,
    values: [workspaceId, randomUUID(), JSON.stringify({ roleId: id, name })],
  });
  await begun;
  await client.query('commit');
  client.release();
  return { roleId: id, name };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const listeners = new Set<ServerResponse>();

/** Every browser that listens hears of a write as soon as it is committed. */
function announce(answer: unknown): unknown {
  const frame = `data: ${JSON.stringify(answer)}\n\n`;
  for (const listener of listeners) listener.write(frame);
  return answer;
}

const server = createServer((request, response) => {
  if (request.url === '/stream') {
    listeners.add(response.writeHead(200, { 'content-type': 'text/event-stream' }));
    response.write(': open\n\n');
    request.on('close', () => listeners.delete(response));
    return;
  }
  const work = request.method === 'GET' ? read() : bodyOf(request).then(write).then(announce);
  work.then(
    (answer) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () =>
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
