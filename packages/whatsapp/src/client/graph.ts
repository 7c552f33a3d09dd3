import { createHmac } from 'node:crypto';
import type { JsonObject } from '../json/lossless-json.ts';
import { type Failure, failureOf, GraphFailure } from './failure.ts';
import { type Answered, readAnswer } from './read-answer.ts';
import type { Method, Transport, TransportRequest, TransportResponse } from './transport.ts';
import { type Usage, usageOf } from './usage.ts';

export interface GraphOptions {
  /** `https://graph.facebook.com`, or the emulator's address. */
  base: string;
  /** Always named: without it the app's default would apply. */
  version: `v${number}.0`;
  token: string;
  /** Proves that the token is used by its own app; needed where the app demands that, and for calls of the app itself. */
  appSecret?: string;
  /** The server's guarded outbound client. */
  request: Transport;
  /** Hosts besides `base` from which files are downloaded with the token. */
  mediaHosts?: readonly string[];
  /** Hears after each answer how much of Meta's limits is used. */
  onUsage?: (usage: Usage[]) => void;
}

export interface CallLimits {
  timeoutMs?: number;
  signal?: AbortSignal;
}

type QueryValue = string | number | boolean | object | undefined;

export interface GraphCall {
  method: Method;
  /** The parts of the path behind the version. */
  path: readonly string[];
  query?: Record<string, QueryValue>;
  /** Sent as JSON. */
  json?: object;
  form?: { type: string; bytes: Uint8Array };
  /** Beside or in place of the usual ones. */
  headers?: Record<string, string>;
  /** In place of the client's own token; null for calls without one. */
  token?: string | null;
  /** Unless the caller says otherwise. */
  timeoutMs?: number;
}

export interface Graph {
  options: GraphOptions;
  /** One call, and what came of it. Nothing is ever tried twice. */
  ask(call: GraphCall, limits?: CallLimits): Promise<Answered | Failure>;
  /** One call whose failure is thrown. */
  call(call: GraphCall, limits?: CallLimits): Promise<JsonObject>;
}

const usualTimeoutMs = 20_000;
const mostAnswerBytes = 8_388_608;

export function openGraph(options: GraphOptions): Graph {
  const own = proofOf(options, options.token);
  async function ask(call: GraphCall, limits: CallLimits = {}): Promise<Answered | Failure> {
    const [url, request] = [urlOf(options, call, own), requestOf(options, call, limits)];
    const whole = await fetchWhole(options.request, url, request);
    if ('outcome' in whole) return whole;
    const usage = usageOf(whole.response);
    if (usage.length > 0) options.onUsage?.(usage);
    return readAnswer(whole.response.status, whole.bytes, usage);
  }
  return {
    options,
    ask,
    async call(call, limits) {
      const answer = await ask(call, limits);
      if (answer.outcome !== 'answered') throw new GraphFailure(answer);
      return answer.body;
    },
  };
}

/** Nothing else is caught: what goes wrong elsewhere is a defect, and says nothing of the call. */
async function fetchWhole(
  transport: Transport,
  url: string,
  request: TransportRequest,
): Promise<{ response: TransportResponse; bytes: Uint8Array } | Failure> {
  try {
    const response = await transport(url, request);
    return { response, bytes: await response.bytes() };
  } catch (error) {
    return failureOf(error);
  }
}

function requestOf({ token }: GraphOptions, call: GraphCall, limits: CallLimits): TransportRequest {
  const type = call.form?.type ?? (call.json === undefined ? undefined : 'application/json');
  return {
    method: call.method,
    headers: {
      ...(call.token === null ? {} : { authorization: `Bearer ${call.token ?? token}` }),
      ...(type === undefined ? {} : { 'content-type': type }),
      ...call.headers,
    },
    body: call.form?.bytes ?? (call.json === undefined ? undefined : JSON.stringify(call.json)),
    timeoutMs: limits.timeoutMs ?? call.timeoutMs ?? usualTimeoutMs,
    maxBytes: mostAnswerBytes,
    signal: limits.signal,
  };
}

/** `ownProof` is the one of the client's own token, which is used again and again. */
function urlOf(
  options: GraphOptions,
  { path, query = {}, token }: GraphCall,
  ownProof: string | undefined,
): string {
  const url = new URL(options.base);
  url.pathname = [url.pathname.replace(/\/$/, ''), options.version, ...path.map(segment)].join('/');
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined)
      url.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  const proof = token === undefined ? ownProof : token === null ? undefined : proofOf(options, token);
  if (proof !== undefined) url.searchParams.set('appsecret_proof', proof);
  return url.href;
}

// An id may come from a webhook: it must not lead to another edge.
function segment(part: string): string {
  if (part === '' || part === '.' || part === '..') throw new TypeError(`"${part}" is no id.`);
  return encodeURIComponent(part);
}

/** "Secure Graph API calls": a token that leaked is of no use without the app's secret. */
function proofOf({ appSecret }: GraphOptions, token: string): string | undefined {
  return appSecret === undefined ? undefined : createHmac('sha256', appSecret).update(token).digest('hex');
}
