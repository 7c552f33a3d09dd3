import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutbound } from '../../../../platform/outbound/index.ts';
import type { MediaParts } from '../media-parts.ts';

/** Something else in the place of Meta's host of files, while Graph itself stays as it is. */
export async function downloadFrom(parts: MediaParts, listener: RequestListener) {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outbound = createOutbound({ allowPrivate: [`127.0.0.1:${port}`] });
  const { graph } = parts.numbers;
  const media: MediaParts = {
    ...parts,
    numbers: {
      ...parts.numbers,
      graph: {
        ...graph,
        request: (url, request) =>
          url.includes('/lookaside/') || url.includes('attachments')
            ? outbound.request(`http://127.0.0.1:${port}/`, request)
            : graph.request(url, request),
      },
    },
  };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await outbound.close();
  };
  return { media, close };
}
