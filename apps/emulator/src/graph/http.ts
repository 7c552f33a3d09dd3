import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Effect, Faults } from '../faults/faults.ts';
import type { World } from '../world/world.ts';
import { type Addressed, addressOf } from './address.ts';
import { runBatch } from './batch.ts';
import { Reply } from './call.ts';
import { GraphError, refuse } from './errors.ts';
import type { Graph, Route } from './graph.ts';
import { CutOff, readBody } from './read-body.ts';
import { record, recordCut, type Visit } from './record.ts';
import { send } from './send.ts';

interface Door {
  graph: Graph;
  faults: Faults;
  world: World;
}

/** Graph as it is reached over HTTP: versions, headers, the error envelope, the journal, and whatever was ordered to go wrong. */
export function createGraphDoor(door: Door): RequestListener {
  const traces = countTraces(door.world);
  return (request, response) => {
    if (request.method === 'OPTIONS') return answerPreflight(request, response);
    respond(door, traces(), request, response).catch((defect: unknown) => {
      door.world.report(defect);
      response.destroy();
    });
  };
}

/** Browsers ask this before they send a token; nobody has to be known for it. */
function answerPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '86400',
    'content-length': 0,
  });
  response.end();
}

async function respond(
  door: Door,
  trace: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = addressOf(request);
  const visit: Visit = { trace, method: asked.method, path: asked.path, body: '', effects: [] };
  let reply: Reply;
  try {
    reply = await answer(door, visit, asked, request);
  } catch (error) {
    if (error instanceof CutOff) return recordCut(door.world, visit);
    reply = replyTo(error, trace, door.world);
  }
  const isBytes = reply.body instanceof Uint8Array;
  const text = isBytes ? '"(bytes)"' : JSON.stringify(reply.body ?? null);
  send(response, { reply, text, trace, version: asked.version, effects: visit.effects });
  record(door.world, visit, { status: reply.status, answer: text });
}

/** Fills in what is known of the visit as it goes on, so that it can be written down wherever it ends. */
async function answer(
  { graph, faults, world }: Door,
  visit: Visit,
  asked: Addressed,
  request: IncomingMessage,
): Promise<Reply> {
  if (asked.isUnknownVersion) refuse(2500, `Unknown path components: ${asked.path}`);
  const route = graph.route(asked);
  visit.edge = route.key;
  visit.effects = faults.strike('request', { at: route.key, numberId: numberOf(route) });
  if (visit.effects.length > 0) cutOffByOrder(visit.effects, request);
  const body = await readBody(request, route.edge.raw === true);
  visit.body = body.text;
  if (visit.effects.length > 0) await holdUpByOrder(visit.effects);
  if (asked.segments.length > 0 || (body.params.batch ?? asked.query.batch) === undefined)
    return graph.answer(asked, route, body);
  const params = { ...asked.query, ...body.params };
  return runBatch(graph, asked, params, (error) => replyTo(error, visit.trace, world));
}

const numberOf = ({ found }: Route): string | undefined =>
  found?.kind.kind === 'number' ? found.node.id : undefined;

/** There will be no answer at all, and nothing of what was asked happens. */
function cutOffByOrder(effects: readonly Effect[], request: IncomingMessage): void {
  const cut = effects.find(({ type }) => type === 'reset-before' || type === 'hang');
  if (!cut) return;
  if (cut.type === 'reset-before') request.socket.resetAndDestroy();
  else request.resume();
  throw new CutOff();
}

/** What was sent is there by then, so a caller who does not wait has asked all the same. */
async function holdUpByOrder(effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    if (effect.type === 'slow') await setTimeout(effect.milliseconds, undefined, { ref: false });
    if (effect.type !== 'error') continue;
    const { code, details, status } = effect;
    throw new GraphError(code, {
      ...(details !== undefined && { details }),
      ...(status !== undefined && { status }),
    });
  }
}

function replyTo(error: unknown, trace: string, world: World): Reply {
  if (!(error instanceof GraphError)) {
    // A defect of the emulator must be seen by who runs it, and be an outage for who calls.
    world.report(error);
    return replyTo(new GraphError(1, { details: 'An unknown error occurred', status: 500 }), trace, world);
  }
  const { details = '', headers = {} } = error.refusal;
  const shown = details.replaceAll(/[^ !#-~]/g, ' ');
  const challenge = `OAuth "Facebook Platform" "invalid_token" "${shown}"`;
  return new Reply(error.envelope(trace), {
    status: error.status,
    headers: [102, 104, 190].includes(error.code) ? { ...headers, 'www-authenticate': challenge } : headers,
  });
}

/** Looks like Meta's, and takes no chance from the world. The journal grows with each visit, so none comes twice. */
function countTraces({ seed, journal }: World): () => string {
  let count = journal.seq;
  return () => {
    count += 1;
    const text = Buffer.from(`${seed.slice(0, 4)}${count.toString(36)}`).toString('base64url');
    return `A${text.padEnd(22, '_')}`;
  };
}
