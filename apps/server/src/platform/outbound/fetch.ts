import { Readable } from 'node:stream';
import type { OutboundRequest, OutboundResponse } from './call.ts';

type RequestFunction = (url: string | URL, options?: OutboundRequest) => Promise<OutboundResponse>;

const REDIRECTS_OF_FETCH = 5;
const MOST_BYTES = 5_242_880;
const NO_BODY = new Set([101, 204, 205, 304]);

/** `fetch` as libraries expect it, with every check of the guarded client behind it. */
export function fetchThrough(request: RequestFunction): typeof globalThis.fetch {
  return async (input, init) => {
    // The platform's own class reads every kind of body and header list that a caller may pass.
    const wanted = new Request(input, init);
    const body = wanted.body === null ? undefined : new Uint8Array(await wanted.arrayBuffer());
    const response = await request(wanted.url, {
      method: wanted.method,
      headers: Object.fromEntries(wanted.headers),
      body,
      redirects: wanted.redirect === 'follow' ? REDIRECTS_OF_FETCH : 0,
      maxBytes: MOST_BYTES,
      decompress: true,
      signal: wanted.signal,
    });
    if (wanted.redirect === 'error' && response.status >= 300 && response.status < 400) {
      response.body.destroy();
      throw new TypeError('unexpected redirect');
    }
    return toFetchResponse(response, wanted.method);
  };
}

function toFetchResponse(response: OutboundResponse, method: string): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    // What they describe was undone while unpacking.
    if (name === 'content-encoding' || name === 'content-length') continue;
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const empty = method === 'HEAD' || NO_BODY.has(response.status);
  if (empty) response.body.resume();
  const made = new Response(empty ? null : (Readable.toWeb(response.body) as ReadableStream), {
    status: response.status,
    headers,
  });
  Object.defineProperty(made, 'url', { value: response.url });
  return made;
}
