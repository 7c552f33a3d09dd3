import type { Readable } from 'node:stream';
import { failureOf, GraphFailure, isTooLarge } from './failure.ts';
import type { CallLimits, Graph, GraphOptions } from './graph.ts';
import { headerOf, type TransportRequest, type TransportResponse } from './transport.ts';

export type Download =
  /** The stream ends with an error when the file is larger than asked for, or comes too slowly. */
  | { outcome: 'ready'; stream: Readable; mimeType?: string; bytes?: number }
  /** The link is too old, or the file is gone: `getMedia` gives a new link, or says so. */
  | { outcome: 'expired' }
  | { outcome: 'too_large' };

const timeoutMs = 120_000;
const metaHosts = ['lookaside.fbsbx.com'];

/** Reads a file from the link that `getMedia` or a webhook gave. */
export async function downloadMedia(
  graph: Graph,
  { url, mostBytes }: { url: string; mostBytes: number },
  limits: CallLimits = {},
): Promise<Download> {
  const { options } = graph;
  if (!mayHaveToken(url, options)) throw new TypeError('The link does not lead to a host of Meta’s.');
  const request: TransportRequest = {
    method: 'GET',
    headers: { authorization: `Bearer ${options.token}` },
    timeoutMs: limits.timeoutMs ?? timeoutMs,
    maxBytes: mostBytes,
    signal: limits.signal,
  };
  try {
    return readDownload(await options.request(url, request));
  } catch (error) {
    if (isTooLarge(error)) return { outcome: 'too_large' };
    throw error instanceof GraphFailure ? error : new GraphFailure(failureOf(error));
  }
}

function readDownload(response: TransportResponse): Download {
  if (response.status === 200) {
    const length = Number(headerOf(response, 'content-length') ?? Number.NaN);
    return {
      outcome: 'ready',
      stream: response.body,
      mimeType: headerOf(response, 'content-type'),
      bytes: Number.isFinite(length) ? length : undefined,
    };
  }
  response.body.destroy();
  if (response.status === 404) return { outcome: 'expired' };
  throw new GraphFailure({ outcome: 'unknown', reason: 'unreadable', status: response.status });
}

/** Links come from outside. The token goes to Meta, and to nobody else. */
function mayHaveToken(url: string, { base, mediaHosts = metaHosts }: GraphOptions): boolean {
  const [link, own] = [new URL(url), new URL(base)];
  return link.origin === own.origin || (link.protocol === 'https:' && mediaHosts.includes(link.host));
}
