import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Effect, Faults } from '../faults/faults.ts';
import type { World } from '../world/world.ts';
import { runBatch } from './batch.ts';
import { Reply } from './call.ts';
import { GraphError, refuse } from './errors.ts';
import type { Asked, Graph, Route } from './graph.ts';
import { type Body, paramsOf, readBody } from './read-body.ts';

const oldest = 19;
const newest = 26;
const unversioned = 25;

interface Door {
  graph: Graph;
  faults: Faults;
  world: World;
}

type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Graph as it is reached over HTTP: versions, headers, the error envelope, the journal, and whatever was ordered to go wrong. */
export function createGraphDoor({ graph, faults, world }: Door): Respond {
  return async (request, response) => {
    const trace = traceOf(world);
    const asked = askedOf(request);
    const entry: Entry = { trace, method: asked.method, path: asked.path, body: '' };
    let effects: Effect[] = [];
    let reply: Reply;
    try {
      const route = routeOf(graph, asked);
      entry.edge = route.key;
      effects = faults.strike('request', { at: route.key, numberId: numberOf(route) });
      if (await isCutOff(effects, request)) return recordCut(world, entry, effects);
      const body = await readBody(request, route.edge.raw === true);
      entry.body = body.text;
      refuseByOrder(effects);
      reply = await answer(graph, asked, route, body);
    } catch (error) {
      if (request.errored || (request.destroyed && !request.complete))
        return recordCut(world, entry, effects);
      reply = replyTo(error, trace);
    }
    send(response, { reply, trace, version: asked.version, effects });
    record(world, entry, reply, effects);
  };
}

async function answer(
  graph: Graph,
  asked: Asked & { path: string },
  route: Route,
  body: Body,
): Promise<Reply> {
  if (asked.segments.length === 0 && body.params.batch !== undefined)
    return runBatch(graph, asked, body.params);
  return graph.answer(asked, route, body);
}

function routeOf(graph: Graph, asked: Asked & { badVersion: boolean; path: string }): Route {
  if (asked.badVersion) refuse(2500, `Unknown path components: ${asked.path}`);
  return graph.route(asked);
}

function askedOf({
  method = 'GET',
  url = '/',
  headers,
}: IncomingMessage): Asked & { badVersion: boolean; path: string } {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const query = at < 0 ? {} : paramsOf(new URLSearchParams(url.slice(at + 1)));
  const segments = path.split('/').filter(Boolean).map(decode);
  const version = /^v(\d+)\.\d+$/.exec(segments[0] ?? '');
  if (version) segments.shift();
  const number = version ? Number(version[1]) : unversioned;
  return {
    method,
    path,
    segments,
    query,
    headers,
    // Meta serves calls to versions that are gone with the oldest that still stands.
    version: Math.max(number, oldest),
    badVersion: number > newest,
    origin: `http://${headers.host ?? '127.0.0.1'}`,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const numberOf = ({ found }: Route): string | undefined =>
  found?.kind.kind === 'number' ? found.node.id : undefined;

/** Waits as ordered; true when there will be no answer at all. */
async function isCutOff(effects: Effect[], request: IncomingMessage): Promise<boolean> {
  for (const effect of effects) {
    if (effect.type === 'slow') await new Promise((resolve) => setTimeout(resolve, effect.milliseconds));
    if (effect.type === 'reset-before') request.socket.resetAndDestroy();
    if (effect.type === 'hang') request.resume();
    if (effect.type === 'reset-before' || effect.type === 'hang') return true;
  }
  return false;
}

function refuseByOrder(effects: Effect[]): void {
  for (const effect of effects) {
    if (effect.type === 'error') {
      const { code, details, status } = effect;
      throw new GraphError(code, {
        ...(details !== undefined && { details }),
        ...(status !== undefined && { status }),
      });
    }
  }
}

interface Sending {
  reply: Reply;
  trace: string;
  version: number;
  effects: Effect[];
}

function send(response: ServerResponse, { reply, trace, version, effects }: Sending): void {
  if (effects.some(({ type }) => type === 'reset-after')) return void response.socket?.resetAndDestroy();
  if (effects.some(({ type }) => type === 'lost-reply')) return;
  const page = effects.find((effect) => effect.type === 'html');
  const isBytes = reply.body instanceof Uint8Array;
  const payload = page
    ? htmlPage
    : isBytes
      ? (reply.body as Uint8Array)
      : Buffer.from(JSON.stringify(reply.body));
  const short = effects.some(({ type }) => type === 'wrong-length');
  response.writeHead(page?.status ?? reply.status, {
    'content-type': page ? 'text/html; charset=utf-8' : 'application/json; charset=UTF-8',
    'content-length': payload.length + (short ? 100 : 0),
    'facebook-api-version': `v${version}.0`,
    'x-fb-request-id': trace,
    'x-fb-trace-id': trace,
    'x-fb-rev': '1030000000',
    'x-fb-debug': trace,
    'access-control-allow-origin': '*',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    ...(page ? {} : reply.headers),
  });
  response.end(payload, () => short && response.socket?.destroy());
}

const htmlPage = Buffer.from(
  '<!DOCTYPE html><html lang="en"><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>',
);

function replyTo(error: unknown, trace: string): Reply {
  if (error instanceof GraphError) {
    const headers: Record<string, string> = [102, 104, 190].includes(error.code)
      ? { 'www-authenticate': `OAuth "Facebook Platform" "invalid_token" "${error.refusal.details ?? ''}"` }
      : {};
    return new Reply(error.envelope(trace), { status: error.status, headers });
  }
  // A defect of the emulator must be seen by who runs it, and be an outage for who calls.
  console.error(error);
  return new Reply(new GraphError(1, { details: 'An unknown error occurred' }).envelope(trace), {
    status: 500,
  });
}

interface Entry {
  trace: string;
  method: string;
  path: string;
  body: string;
  edge?: string;
}

/** The path without its query and the body without files: neither holds the token. */
function record(
  world: World,
  { trace, method, path, body, edge }: Entry,
  reply: Reply,
  effects: Effect[],
): void {
  const answer = reply.body instanceof Uint8Array ? '"(bytes)"' : JSON.stringify(reply.body);
  const isJson = body.startsWith('{') && reply.status !== 400;
  const asked =
    body === '' ? '' : `,"body":${isJson ? body.replaceAll(/[\r\n]+/g, ' ') : JSON.stringify(body)}`;
  const struck = effects.length > 0 ? `,"faults":${JSON.stringify(effects.map(({ type }) => type))}` : '';
  world.journal.writeText(
    'request',
    world.clock.now(),
    `"trace":"${trace}","method":"${method}","path":${JSON.stringify(path)},"edge":${JSON.stringify(edge ?? null)}${asked},"status":${reply.status},"answer":${answer}${struck}`,
  );
}

function recordCut(world: World, { trace, method, path, edge }: Entry, effects: Effect[]): void {
  const faults = effects.map(({ type }) => type);
  world.journal.write('request', world.clock.now(), { trace, method, path, edge, status: 0, faults });
}

let traces = 0;

/** Looks like Meta's, and is short to make: a trace takes no chance from the world. */
const traceOf = (world: World): string =>
  `A${Buffer.from(`${world.seed.slice(0, 4)}${(++traces).toString(36)}`)
    .toString('base64url')
    .padEnd(22, '_')}`;
