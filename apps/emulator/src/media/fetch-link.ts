import { Agent, interceptors, request } from 'undici';

const patience = 30_000;

/** What lies under an address, or why it cannot be had. */
export type Fetched =
  | { ok: true; type: string; parts: AsyncIterable<Uint8Array>; length: number | null }
  | { ok: false; reason: string };

/**
 * Fetches a file that a business names by its address. Private addresses are allowed, since the emulator runs beside
 * the program that is being developed; only web addresses are.
 */
export async function fetchFile(
  url: string,
  until: AbortSignal = AbortSignal.timeout(patience),
): Promise<Fetched> {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return refused('The link is not a valid web address.');
  try {
    const answer = await request(address, {
      dispatcher: fetcher,
      signal: until,
      headers: { 'user-agent': 'facebookexternalua', accept: '*/*' },
    });
    const { statusCode, headers, body } = answer;
    if (statusCode !== 200) {
      await body.dump();
      return refused(`Downloading media from weblink failed with http code ${statusCode}.`);
    }
    const type = String(headers['content-type'] ?? 'application/octet-stream');
    const length = headers['content-length'] === undefined ? null : Number(headers['content-length']);
    return { ok: true, type, parts: body, length };
  } catch (error) {
    return refused(whyNot(error));
  }
}

const fetcher = new Agent({
  headersTimeout: patience,
  bodyTimeout: patience,
  connectTimeout: 10_000,
}).compose(interceptors.redirect({ maxRedirections: 5 }));

const refused = (reason: string): Fetched => ({ ok: false, reason });

export function whyNot(error: unknown): string {
  const isOver = error instanceof Error && error.name === 'TimeoutError';
  return isOver
    ? 'Downloading media from weblink took too long.'
    : 'Downloading media from weblink failed: the connection broke or was refused.';
}
