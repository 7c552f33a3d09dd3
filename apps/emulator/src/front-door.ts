import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Assembled } from './assemble.ts';
import { pictureRoutes } from './commerce/pictures.ts';
import { controlRoutes } from './control/control.ts';
import { createWorldDoor } from './door/world-door.ts';
import { createGraphDoor } from './graph/http.ts';
import { createPageServer } from './phones/serve-page.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** One port for all: the phones page, the world's own API under /world, and Graph for everything else. */
export function createFrontDoor({ emulator, messages, phones }: Assembled): Answer {
  const servePage = createPageServer();
  const graph = createGraphDoor(emulator);
  const world = createWorldDoor({ ...controlRoutes(messages), ...phones.routes, ...pictureRoutes });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://emulator');
    if (pathname === '/') return void response.writeHead(302, { location: '/phones' }).end();
    const page = servePage(pathname);
    if (page) return void response.writeHead(page.status, page.headers).end(page.body);
    void (pathname.startsWith('/world/') ? world : graph)(request, response);
  };
}
