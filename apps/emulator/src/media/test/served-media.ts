import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { silks, token } from '../../directory/test/two-shops.ts';
import { createWorldDoor } from '../../door/world-door.ts';
import { type Answer, type Served, serveGraph } from '../../graph/test/served.ts';
import { Poster } from '../../webhooks/post.ts';
import { Webhooks } from '../../webhooks/webhooks.ts';
import type { WorldSettings } from '../../world/world.ts';
import { createMedia } from '../create-media.ts';
import { createDownloads } from '../downloads.ts';
import type { Media } from '../media.ts';
import { mediaRoutes } from '../routes.ts';

export interface ServedMedia extends Served {
  media: Media;
  upload: (bytes: Uint8Array, type: string, more?: Record<string, string>) => Promise<Answer>;
  download: (url: string, headers?: Record<string, string>) => Promise<Response>;
}

export const mediaOf = `/v25.0/${silks.numberId}/media`;

/** Graph with media, its downloads and the world's own pictures, all on one origin. */
export async function serveMedia(settings: Partial<WorldSettings> = {}): Promise<ServedMedia> {
  const served = await serveGraph(settings);
  const { world, directory, graph, faults, url } = served;
  const poster = new Poster({});
  onTestFinished(() => poster.close());
  const webhooks = new Webhooks({ world, directory, faults, poster });
  const media = createMedia({ world, directory, graph, faults, webhooks });
  media.origin = url;
  const worldDoor = createWorldDoor(mediaRoutes(media));
  served.sideDoors.set('lookaside', createDownloads(media));
  served.sideDoors.set('world', (request, response) => void worldDoor(request, response));
  return {
    ...served,
    media,
    upload: (bytes, type, more = {}) => served.ask(mediaOf, { body: formOf(bytes, type, more) }),
    download: (link, headers = { authorization: `Bearer ${token.value}` }) => fetch(link, { headers }),
  };
}

export function formOf(bytes: Uint8Array, type: string, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ messaging_product: 'whatsapp', type, ...more }))
    form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), 'saree.bin');
  return form;
}

/** Somebody's website. */
export async function openSite(answer: RequestListener): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
