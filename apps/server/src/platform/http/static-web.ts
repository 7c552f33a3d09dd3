import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

interface WebApp {
  folder: string;
  /** Of a page that needs other headers than the rest. */
  headersOf?: (pathname: string) => Record<string, string>;
}

/** Serves the built web app. Every address that is not the API's or a file's is a page of it. */
export async function serveWebApp(
  server: FastifyInstance,
  { folder, headersOf = () => ({}) }: WebApp,
): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) return;
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders: (response, file) => {
      // Names under assets/ carry a hash of their content, so they never change.
      const lasting = file.includes(`${path.sep}assets${path.sep}`);
      // Scripts for websites of other people.
      if (file.includes(`${path.sep}embed${path.sep}`))
        response.header('cross-origin-resource-policy', 'cross-origin');
      response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = await readFile(path.join(folder, 'index.html'));
  server.get('/*', (request, reply) => {
    // Not by new URL(): an address such as // makes it throw.
    const [pathname = ''] = request.url.split('?', 1);
    const isPage = !pathname.startsWith('/api/') && !path.extname(pathname);
    if (!isPage) return reply.callNotFound();
    void reply.headers({ 'cache-control': 'no-cache', ...headersOf(pathname) });
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
