import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { bareType } from './kinds.ts';

interface Wanted {
  path: string;
  mime: string;
}

/** Sends a file, or the part of it that is asked for; 404 when it is no longer on the disk. */
export async function serveFile(
  { path, mime }: Wanted,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<number> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return serveNothing(response);
  const range = rangeOf(request.headers.range, size);
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const status = range ? 206 : 200;
  response.writeHead(status, {
    ...headersOf(mime),
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path, { start, end }), response);
  return status;
}

export function serveNothing(response: ServerResponse): number {
  response.writeHead(404, { 'content-length': 0 }).end();
  return 404;
}

/** Whoever sent a file must not thereby write a page of this origin. */
function headersOf(mime: string): Record<string, string> {
  const type = bareType(mime);
  const isShown = /^(?:image\/(?:jpeg|png|webp|gif)|audio\/.*|video\/.*|application\/pdf|text\/plain)$/.test(
    type,
  );
  return {
    'content-type': mime.replaceAll(/[^ -~]/g, ''),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
    ...(!isShown && { 'content-security-policy': 'sandbox', 'content-disposition': 'attachment' }),
  };
}

function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end && start < size ? { start, end } : null;
}
