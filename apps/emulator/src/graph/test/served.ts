import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { BusinessNumber } from '../../directory/records.ts';
import { createDirectory, type Directory } from '../../directory/directory.ts';
import { putTwoShops, silks, token } from '../../directory/test/two-shops.ts';
import { Faults } from '../../faults/faults.ts';
import { isObject } from '../../world/json.ts';
import { openWorld } from '../../world/test/worlds.ts';
import type { World, WorldSettings } from '../../world/world.ts';
import type { Call } from '../call.ts';
import { pageOf } from '../cursors.ts';
import { Graph } from '../graph.ts';
import { createGraphDoor } from '../http.ts';
import { Nodes } from '../nodes.ts';
import { Quota } from '../quota.ts';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { error?: Record<string, unknown> };
}

/** What lies deep in an answer, as text: `paging.cursors.after`. */
export function textAt({ body }: Answer, path: string): string {
  let value: unknown = body;
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
  if (typeof value !== 'string') throw new Error(`There is no text at ${path}.`);
  return value;
}

interface Asking {
  method?: string;
  /** The bearer token; null for none. */
  token?: string | null;
  body?: RequestInit['body'] | object;
  headers?: Record<string, string>;
}

export interface Served {
  url: string;
  world: World;
  directory: Directory;
  graph: Graph;
  faults: Faults;
  defects: unknown[];
  /** Who answers under a path in the place of Graph. */
  sideDoors: Map<string, RequestListener>;
  ask: (path: string, asking?: Asking) => Promise<Answer>;
}

/** Graph over HTTP with two shops, and the few edges that its protocol is tried on. */
export async function serveGraph(settings: Partial<WorldSettings> = {}): Promise<Served> {
  const defects: unknown[] = [];
  const world = openWorld({ report: (defect) => defects.push(defect), ...settings });
  const directory = createDirectory(world);
  const graph = new Graph({ world, directory, nodes: new Nodes(), quota: new Quota(world, directory) });
  const faults = new Faults(world);
  defineEdges(graph, directory);
  putTwoShops(directory);
  const door = createGraphDoor({ graph, faults, world });
  const sideDoors: Served['sideDoors'] = new Map();
  const server = createServer((request, response) => {
    const [, name = ''] = (request.url ?? '').split('/');
    (sideDoors.get(name) ?? door)(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, asking: Asking = {}): Promise<Answer> => askOver(`${url}${path}`, asking);
  return { url, world, directory, graph, faults, defects, sideDoors, ask };
}

async function askOver(
  url: string,
  { method, token: value = token.value, body, headers }: Asking,
): Promise<Answer> {
  const isPlain = body?.constructor === Object;
  const answer = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(value !== null && { authorization: `Bearer ${value}` }),
      ...(isPlain && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isPlain ? JSON.stringify(body) : (body as RequestInit['body']) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: JSON.parse(text) as Answer['body'] };
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((id, at) => ({ id, at }));

function defineEdges(graph: Graph, { wabas, numbers, apps }: Directory): void {
  graph.nodes.define({
    kind: 'app',
    type: 'Application',
    collection: apps,
    owner: ({ id }) => ({ appId: id }),
    defaults: ['name'],
    fields: { name: ({ name }) => name },
  });
  graph.nodes.define({
    kind: 'waba',
    type: 'WhatsAppBusinessAccount',
    collection: wabas,
    owner: ({ id }) => ({ wabaId: id }),
    defaults: ['id', 'name'],
    fields: { name: ({ name }) => name },
  });
  graph.nodes.define({
    kind: 'number',
    type: 'WhatsAppBusinessPhoneNumber',
    collection: numbers,
    owner: ({ wabaId }) => ({ wabaId }),
    defaults: ['verified_name', 'id'],
    fields: {
      verified_name: ({ verifiedName }) => verifiedName,
      username: ({ username }) => username,
      throughput: ({ throughput }) => ({ level: throughput, peak: { day: 80, night: 20 } }),
      days: () => ({ data: days, paging: { cursors: { before: 'a', after: 'b' } } }),
      sent: (_, { calls }) => ({ ...calls }),
    },
  });
  graph.add({
    'GET waba/days': {
      access: 'whatsapp_business_management',
      answer: (call) => pageOf(days, call, { path: `${silks.wabaId}/days`, limit: 3 }),
    },
    'POST number/echo': {
      access: 'whatsapp_business_messaging',
      answer: ({ params, files }) => ({
        params,
        files: files.map(({ field, name, type, bytes }) => ({ field, name, type, bytes: bytes.length })),
      }),
    },
    'POST number/bytes': {
      access: 'whatsapp_business_messaging',
      raw: true,
      answer: ({ bytes }) => ({ length: bytes.length }),
    },
    'POST number/messages': { access: 'whatsapp_business_messaging', answer: () => ({ sent: true }) },
    'POST number/rename': {
      access: 'whatsapp_business_management',
      answer: ({ node, params }: Call<BusinessNumber>) => {
        numbers.change(node.id, { verifiedName: String(params.name) });
        return { success: true };
      },
    },
    'GET number/broken': {
      access: 'any',
      answer: () => {
        throw new TypeError('a defect');
      },
    },
    'DELETE number/qr/*': { access: 'any', answer: ({ rest }) => ({ rest }) },
    'POST app/subscriptions': { access: 'app', answer: () => ({ success: true }) },
    'GET root/open/door': { access: 'none', answer: ({ token }) => ({ name: token.name }) },
  });
}
