import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jpeg, mp4, opus, pdf, webp } from '../../src/media/test/samples.ts';
import { isObject } from '../../src/world/json.ts';

/** One change, alone in the body that carried it. */
export interface Heard {
  field: string;
  value: Record<string, unknown>;
  body: Record<string, unknown>;
}

export interface Receiver {
  /** Where webhooks go; files for messages lie under /files. */
  url: string;
  heard: readonly Heard[];
  stop(): void;
}

const files: Record<string, { type: string; bytes: Uint8Array }> = {
  'saree.jpg': { type: 'image/jpeg', bytes: jpeg() },
  'weaving.mp4': { type: 'video/mp4', bytes: mp4 },
  'hello.ogg': { type: 'audio/ogg; codecs=opus', bytes: opus() },
  'bill.pdf': { type: 'application/pdf', bytes: pdf },
  'namaste.webp': { type: 'image/webp', bytes: webp() },
};

/** A business' server: agrees to every subscription, takes every webhook, and has the files that messages link to. */
export async function openReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const take = async (request: IncomingMessage): Promise<void> => {
    heard.push(...changesOf(JSON.parse(await bodyOf(request))));
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver');
    const file = files[pathname.replace('/files/', '')];
    if (file) response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
    else if (request.method === 'GET') response.end(searchParams.get('hub.challenge') ?? '');
    else void take(request).then(() => response.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** A body without entries is a change of its own. */
function changesOf(body: unknown): Heard[] {
  if (!isObject(body)) return [];
  if (!Array.isArray(body.entry)) return [{ field: String(body.field), value: body, body }];
  return body.entry.filter(isObject).flatMap((entry) =>
    (Array.isArray(entry.changes) ? entry.changes : []).filter(isObject).map((change) => ({
      field: String(change.field),
      value: isObject(change.value) ? change.value : {},
      body: { ...body, entry: [{ ...entry, changes: [change] }] },
    })),
  );
}
