import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Assembled } from './assemble.ts';
import { pictureRoutes } from './commerce/pictures.ts';
import { controlRoutes } from './control/control.ts';
import { createWorldDoor } from './door/world-door.ts';
import { splitAddress } from './graph/address.ts';
import { createGraphDoor } from './graph/http.ts';
import { createDownloads } from './media/downloads.ts';
import { mediaRoutes } from './media/routes.ts';
import { createPageServer } from './phones/serve-page.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** One port for all: the phones page, the world's own API under /world, and Graph for everything else. */
export function createFrontDoor(inside: Assembled): Answer {
  const { emulator, media, phones, grouping, coexistence } = inside;
  const servePage = createPageServer();
  const graph = createGraphDoor(emulator);
  const downloads = createDownloads(media);
  const world = createWorldDoor(
    {
      ...controlRoutes(inside),
      ...phones.routes,
      ...coexistence.routes,
      ...grouping.routes,
      ...pictureRoutes,
      ...mediaRoutes(media),
    },
    emulator.world.report,
  );
  return (request, response) => {
    const [pathname] = splitAddress(request.url ?? '/');
    if (pathname === '/' && request.method === 'GET')
      return void response.writeHead(302, { location: '/phones' }).end();
    if (pathname.startsWith('/lookaside/')) return downloads(request, response);
    const page = servePage(pathname);
    if (page) return void response.writeHead(page.status, page.headers).end(page.body);
    if (pathname === '/world' || pathname.startsWith('/world/')) void world(request, response);
    else graph(request, response);
  };
}
