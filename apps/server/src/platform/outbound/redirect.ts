import { OutboundError } from './errors.ts';
import { harmlessHeaders, type OutboundHeaders } from './headers.ts';

export type Hop = {
  url: URL;
  method: string;
  headers: OutboundHeaders;
  body: string | Uint8Array | undefined;
};

export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** The request that a redirect asks for. The caller checks its address as it checked the first one. */
export function nextHop(hop: Hop, status: number, location: string | undefined): Hop {
  const url = resolveLocation(location, hop.url);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') refuse('It led from https to http.');
  const sameOrigin = url.origin === hop.url.origin;
  const becomesGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST';
  const body = becomesGet ? undefined : hop.body;
  if (body !== undefined && !sameOrigin) refuse('It would have sent the content to another site.');
  const headers = sameOrigin ? { ...hop.headers } : harmlessHeaders(hop.headers);
  if (becomesGet) delete headers['content-type'];
  return { url, method: becomesGet ? 'GET' : hop.method, headers, body };
}

function resolveLocation(location: string | undefined, base: URL): URL {
  try {
    return new URL(location ?? '', location === undefined ? undefined : base);
  } catch {
    return refuse('It did not say where to.');
  }
}

function refuse(say: string): never {
  throw new OutboundError('outbound_redirect_refused', { say, bytesWritten: true });
}
