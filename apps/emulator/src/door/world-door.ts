import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject } from '../world/json.ts';

/** A call to the world itself: everything under /world, which is never mixed with Graph. */
export interface WorldCall {
  /** What stood in the place of `:name` in the route. */
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  bytes: Buffer;
  /** The body's type. */
  type: string;
  request: IncomingMessage;
  response: ServerResponse;
}

/** `METHOD /world/phones/:phone` → what is done. An answer of `undefined` was written by the route itself. */
export type WorldRoutes = Record<string, (call: WorldCall) => unknown>;

/** What the world refuses, in a sentence that names what is wrong. */
export class WorldRefusal extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** An answer that is not JSON. */
export class Bytes {
  readonly bytes: Uint8Array;
  readonly headers: Record<string, string>;

  constructor(bytes: Uint8Array, headers: Record<string, string>) {
    this.bytes = bytes;
    this.headers = headers;
  }
}

const largestBody = 101 * 1024 * 1024;

interface Route {
  method: string;
  parts: string[];
  run: (call: WorldCall) => unknown;
}

/** Answers everything under /world; true when the path was its own. */
export function createWorldDoor(
  routes: WorldRoutes,
  report: (defect: unknown) => void = complain,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const table = Object.entries(routes).map(([key, run]): Route => {
    const [method = '', path = ''] = key.split(' ');
    return { method, parts: path.split('/').filter(Boolean), run };
  });
  return async (request, response) => {
    try {
      refuseStrangers(request);
      const answer = await answerOf(table, request, response);
      if (answer instanceof Bytes) response.writeHead(200, answer.headers).end(answer.bytes);
      else if (answer !== undefined) writeJson(response, 200, answer);
    } catch (error) {
      // Nobody waits for an answer any more.
      if (request.destroyed && !request.complete) return;
      const refusal =
        error instanceof WorldRefusal
          ? error
          : new WorldRefusal('The emulator failed; its output says why.', 500);
      if (refusal !== error) report(error);
      if (response.headersSent) response.destroy();
      else writeJson(response, refusal.status, { error: { message: refusal.message } });
    }
  };
}

function complain(defect: unknown): void {
  process.stderr.write(`${defect instanceof Error ? defect.stack : String(defect)}\n`);
}

/** A page of another origin must not move this world, though it can reach it: only plain clients and the own page may. */
function refuseStrangers({ headers, method }: IncomingMessage): void {
  const { 'sec-fetch-site': site, origin, host } = headers;
  const isStranger = origin !== undefined && URL.parse(origin)?.host !== host;
  if (method !== 'GET' && (isStranger || site === 'cross-site' || site === 'same-site')) {
    throw new WorldRefusal('Pages of other origins cannot change the world.', 403);
  }
}

async function answerOf(
  table: Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  const [pathname = '', search = ''] = (request.url ?? '/').split('?', 2);
  const searchParams = new URLSearchParams(search);
  const path = pathname.split('/').filter(Boolean);
  const fitting = table.filter(({ parts }) => paramsOf(parts, path) !== null);
  const route = fitting.find(({ method }) => method === request.method);
  if (!route) {
    if (fitting.length === 0) throw new WorldRefusal(`There is nothing at ${pathname}.`, 404);
    throw new WorldRefusal(`${pathname} takes ${fitting.map(({ method }) => method).join(' and ')}.`, 405);
  }
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  const params = paramsOf(route.parts, path) ?? {};
  return route.run({
    params,
    query: searchParams,
    body: bodyOf(bytes, type),
    bytes,
    type,
    request,
    response,
  });
}

function paramsOf(parts: string[], path: string[]): Record<string, string> | null {
  if (parts.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const given = path[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(given);
    else if (part !== given) return null;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new WorldRefusal(`${part} is not a part of an address.`);
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > largestBody) throw new WorldRefusal('The body is larger than 100 MB.', 413);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function bodyOf(bytes: Buffer, type: string): Record<string, unknown> {
  const isJson = type.startsWith('application/json');
  // Command-line clients send JSON without saying so.
  if (bytes.length === 0 || (!isJson && bytes[0] !== openingBrace)) return {};
  try {
    const body: unknown = JSON.parse(bytes.toString());
    if (isObject(body)) return body;
  } catch {
    if (!isJson) return {};
    throw new WorldRefusal('The body is not valid JSON.');
  }
  throw new WorldRefusal('The body must be a JSON object.');
}

const openingBrace = '{'.codePointAt(0);

function writeJson(response: ServerResponse, status: number, body: unknown): void {
  const payload = Buffer.from(JSON.stringify(body));
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': payload.length })
    .end(payload);
}
