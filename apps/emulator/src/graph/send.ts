import type { ServerResponse } from 'node:http';
import type { Effect } from '../faults/faults.ts';
import type { Reply } from './call.ts';

interface Sending {
  reply: Reply;
  /** The reply's body as text; bytes have none. */
  text: string;
  trace: string;
  version: number;
  effects: readonly Effect[];
}

/** Answers as Graph does, or in the way that was ordered to go wrong. */
export function send(response: ServerResponse, { reply, text, trace, version, effects }: Sending): void {
  if (effects.some(({ type }) => type === 'reset-after')) return void response.socket?.resetAndDestroy();
  if (effects.some(({ type }) => type === 'lost-reply')) return;
  const page = effects.find((effect) => effect.type === 'html');
  // Text leaves in one piece with the head; bytes would be a second write.
  const payload = page ? htmlPage : reply.body instanceof Uint8Array ? reply.body : text;
  const isShort = effects.some(({ type }) => type === 'wrong-length');
  response.writeHead(page?.status ?? reply.status, {
    'content-type': page ? 'text/html; charset=utf-8' : 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(payload) + (isShort ? 100 : 0),
    'facebook-api-version': `v${version}.0`,
    'x-fb-request-id': trace,
    'x-fb-trace-id': trace,
    'x-fb-rev': '1030000000',
    'x-fb-debug': trace,
    'access-control-allow-origin': '*',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    ...(page ? {} : reply.headers),
  });
  response.end(payload, () => isShort && response.socket?.destroy());
}

const htmlPage =
  '<!DOCTYPE html><html lang="en"><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>';
