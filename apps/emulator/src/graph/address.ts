import type { IncomingMessage } from 'node:http';
import type { Asked } from './graph.ts';
import { paramsOf } from './params.ts';

const oldest = 19;
const newest = 26;
const unversioned = 25;

export interface Addressed extends Asked {
  /** The path as it came, without its query, which may hold a token. */
  path: string;
  isUnknownVersion: boolean;
}

/** What a request asks for by its address: version, path and query. */
export function addressOf({ method = 'GET', url = '/', headers }: IncomingMessage): Addressed {
  const [path, search] = splitAddress(url);
  const { segments, version } = segmentsOf(path);
  const query = search === '' ? {} : paramsOf(new URLSearchParams(search));
  return {
    method: methodOf(method, query.method),
    path,
    segments,
    query,
    headers,
    // Meta serves calls to versions that are gone with the oldest that still stands.
    version: Math.max(version, oldest),
    isUnknownVersion: version > newest,
    origin: `http://${headers.host ?? '127.0.0.1'}`,
  };
}

/** Clients that can only read and post name another method as a parameter, as Graph lets them. HEAD reads without a body. */
function methodOf(method: string, meant: unknown): string {
  const isOpen = method === 'GET' || method === 'POST';
  if (isOpen && typeof meant === 'string' && /^(?:get|post|delete)$/i.test(meant)) return meant.toUpperCase();
  return method === 'HEAD' ? 'GET' : method;
}

/** Whoever asks as of a proxy gives the whole address (RFC 9112, "absolute-form"). */
export function splitAddress(given: string): [path: string, search: string] {
  const address = given.startsWith('/') ? given : given.replace(/^https?:\/\/[^/?]*/i, '');
  const at = address.indexOf('?');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}

/** The parts of a path after its version, and the version. */
export function segmentsOf(path: string): { segments: string[]; version: number } {
  const segments = path.split('/').filter(Boolean).map(decode);
  const version = /^v(\d{1,9})\.\d+$/.exec(segments[0] ?? '');
  if (!version) return { segments, version: unversioned };
  return { segments: segments.slice(1), version: Number(version[1]) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
