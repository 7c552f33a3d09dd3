import type { IncomingMessage } from 'node:http';
import type { Asked } from './graph.ts';
import { paramsOf } from './read-body.ts';

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
  return {
    method,
    path,
    segments,
    query: search === '' ? {} : paramsOf(new URLSearchParams(search)),
    headers,
    // Meta serves calls to versions that are gone with the oldest that still stands.
    version: Math.max(version, oldest),
    isUnknownVersion: version > newest,
    origin: `http://${headers.host ?? '127.0.0.1'}`,
  };
}

export function splitAddress(address: string): [path: string, search: string] {
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
