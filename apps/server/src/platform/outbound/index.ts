import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import type { Logger } from '../log/index.ts';
import { isPublicAddress } from './addresses.ts';
import { limitBody, READ_ENCODINGS, tooLarge } from './body.ts';
import type { OutboundRequest, OutboundResponse } from './call.ts';
import { createConnector, type ResolveName } from './connect.ts';
import { OutboundError, toOutboundError } from './errors.ts';
import {
  type Deadline,
  discard,
  exchange,
  markStarted,
  type RawResponse,
  startDeadline,
} from './exchange.ts';
import { fetchThrough } from './fetch.ts';
import { checkHeaders } from './headers.ts';
import { type Hop, isRedirect, nextHop } from './redirect.ts';
import { checkTarget, hostAndPort, readPrivateHosts, type TargetPolicy } from './target.ts';

export type { OutboundResponse } from './call.ts';
export { isOutboundError, OutboundError } from './errors.ts';

export type OutboundOptions = {
  /**
   * Exact `host:port` pairs that may be private and plain HTTP: the emulator, an S3 in the same network. From the
   * operator's settings only. Clients that take addresses from tenants get their own `createOutbound` without them.
   */
  allowPrivate?: readonly string[];
  /** Plain HTTP to public addresses. */
  allowHttp?: boolean;
  userAgent?: string;
  connectTimeoutMs?: number;
  /** To each host; further requests wait. */
  connections?: number;
  /** More certificate authorities to trust (PEM), for the operator's own servers. */
  ca?: string;
  log?: Logger;
  metrics?: { observe(outcome: string, seconds: number): void };
  resolver?: ResolveName;
  /** Tests let a loopback address stand in for a public one. */
  isAllowedAddress?: (address: string) => boolean;
};

export type Outbound = {
  request(url: string | URL, options?: OutboundRequest): Promise<OutboundResponse>;
  /** For libraries that take a `fetch` of one's own. */
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const MOST_REDIRECTS = 10;
const mostBytes = 1_048_576;

/** The only client that may call addresses which people typed in. */
export function createOutbound(options: OutboundOptions = {}): Outbound {
  const { connectTimeoutMs = 5_000, userAgent = 'Trikon', connections = 16 } = options;
  const policy: TargetPolicy = {
    allowHttp: options.allowHttp ?? false,
    allowPrivate: readPrivateHosts(options.allowPrivate ?? []),
    isAllowedAddress: options.isAllowedAddress ?? isPublicAddress,
  };
  const agent = new Agent({
    connect: createConnector(policy, { resolve: options.resolver, connectTimeoutMs, ca: options.ca }),
    connections,
    pipelining: 1,
    maxHeaderSize: 16_384,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    allowH2: false,
  });
  const dispatcher = agent.compose(markStarted);

  async function request(url: string | URL, given: OutboundRequest = {}): Promise<OutboundResponse> {
    const started = performance.now();
    const settled = (outcome: string): void =>
      options.metrics?.observe(outcome, (performance.now() - started) / 1_000);
    try {
      const response = await follow(dispatcher, policy, firstHop(url, given, userAgent, policy), given);
      settled(`${Math.floor(response.status / 100)}xx`);
      return response;
    } catch (error) {
      const failure = toOutboundError(error, error instanceof OutboundError && error.bytesWritten);
      settled(failure.code);
      options.log?.debug({ err: failure, outcome: failure.code }, 'outbound request failed');
      throw failure;
    }
  }

  return { request, fetch: fetchThrough(request), close: () => agent.destroy() };
}

function firstHop(url: string | URL, given: OutboundRequest, userAgent: string, policy: TargetPolicy): Hop {
  const method = (given.method ?? 'GET').toUpperCase();
  if (!METHODS.has(method))
    throw new OutboundError('outbound_url_invalid', { say: `The method ${method} is not used here.` });
  const headers = {
    'user-agent': userAgent,
    ...checkHeaders(given.headers ?? {}),
    'accept-encoding': given.decompress === true ? READ_ENCODINGS : 'identity',
  };
  return { url: checkTarget(url, policy).url, method, headers, body: given.body };
}

async function follow(
  dispatcher: Dispatcher,
  policy: TargetPolicy,
  first: Hop,
  given: OutboundRequest,
): Promise<OutboundResponse> {
  const { timeoutMs = 10_000, redirects = 0, signal } = given;
  const deadline = startDeadline(timeoutMs, signal);
  try {
    let hop = first;
    for (let followed = 0; ; followed++) {
      const raw = await exchange(dispatcher, hop, deadline, { timeoutMs, sentBefore: followed > 0 });
      if (redirects === 0 || !isRedirect(raw.statusCode)) return respond(raw, hop, deadline, given);
      discard(raw.body);
      if (followed >= Math.min(redirects, MOST_REDIRECTS)) throw tooManyRedirects();
      hop = checkedHop(nextHop(hop, raw.statusCode, single(raw.headers.location)), first, policy);
    }
  } catch (error) {
    deadline.end();
    throw error;
  }
}

// A listed private address is reached because the operator named it, never because somebody's server pointed there.
function checkedHop(hop: Hop, first: Hop, policy: TargetPolicy): Hop {
  const stays = hostAndPort(hop.url) === hostAndPort(first.url);
  try {
    const { url, listed } = checkTarget(hop.url, policy);
    if (listed && !stays) throw new OutboundError('outbound_address_forbidden');
    return { ...hop, url };
  } catch (error) {
    throw toOutboundError(error, true);
  }
}

function respond(raw: RawResponse, hop: Hop, deadline: Deadline, given: OutboundRequest): OutboundResponse {
  const size = announcedSize(raw, hop.method, given);
  let opened: Readable | undefined;
  const open = (): Readable => {
    if (opened !== undefined) return opened;
    opened = limitedBody(raw, given);
    opened.once('close', () => deadline.end());
    return opened;
  };
  // An announced size is never exceeded, so such a body needs nobody who counts: what is short comes much cheaper.
  const isPlain = size !== undefined && given.decompress !== true;
  if (isPlain) raw.body.on('error', () => undefined);
  else open();
  const bytes = async (): Promise<Buffer> =>
    isPlain && opened === undefined
      ? wholeBody(raw, deadline)
      : Buffer.concat((await open().toArray()) as Buffer[]);
  const text = async (): Promise<string> => (await bytes()).toString('utf8');
  const json = async (): Promise<unknown> => parseJson(await text());
  return {
    status: raw.statusCode,
    headers: raw.headers,
    url: hop.url.href,
    get body() {
      return open();
    },
    bytes,
    text,
    json,
  };
}

/** Undefined when the other side does not say. */
function announcedSize(raw: RawResponse, method: string, given: OutboundRequest): number | undefined {
  const announced = single(raw.headers['content-length']);
  const { maxBytes = mostBytes } = given;
  if (announced === undefined || method === 'HEAD') return undefined;
  if (Number(announced) <= maxBytes) return Number(announced);
  discard(raw.body);
  throw tooLarge(maxBytes);
}

async function wholeBody({ body }: RawResponse, deadline: Deadline): Promise<Buffer> {
  try {
    return Buffer.from(await body.arrayBuffer());
  } catch (error) {
    throw toOutboundError(error, true);
  } finally {
    deadline.end();
  }
}

function limitedBody(raw: RawResponse, given: OutboundRequest): Readable {
  const { maxBytes = mostBytes, decompress = false } = given;
  try {
    return limitBody(raw.body, { maxBytes, decompress, encoding: single(raw.headers['content-encoding']) });
  } catch (error) {
    discard(raw.body);
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new OutboundError('outbound_bad_response', { say: 'It is not JSON.', cause, bytesWritten: true });
  }
}

function tooManyRedirects(): OutboundError {
  return new OutboundError('outbound_redirect_refused', {
    say: 'It redirected too many times.',
    bytesWritten: true,
  });
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
