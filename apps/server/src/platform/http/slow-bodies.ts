import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseBrokenRequest } from './broken-request.ts';

const usualMilliseconds = 10_000;
/** The most that a route may grant, by `config: { bodyWithinMilliseconds }`. */
export const mostMilliseconds = 600_000;
const sweptEveryMilliseconds = 1_000;

/**
 * A sender that drips its body holds a socket for this long at most: ten seconds, or what the route grants for files.
 * One look at all of them in a second, because a timer for each request would cost the fast ones more.
 */
export function limitSlowBodies(server: FastifyInstance): void {
  const arriving = new Map<FastifyRequest, number>();
  server.addHook('onRequest', (request, _reply, done) => {
    const { headers, routeOptions } = request;
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) {
      const config = routeOptions.config as { bodyWithinMilliseconds?: number } | undefined;
      const within = Math.min(config?.bodyWithinMilliseconds ?? usualMilliseconds, mostMilliseconds);
      arriving.set(request, performance.now() + within);
    }
    done();
  });
  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [request, until] of arriving) {
      const { raw } = request;
      const isOver = raw.complete || raw.destroyed;
      if (!isOver && now < until) continue;
      arriving.delete(request);
      if (!isOver) refuseBrokenRequest(tooSlow(), raw.socket, request.id);
    }
  }, sweptEveryMilliseconds).unref();
  server.addHook('onClose', (_instance, done) => {
    clearInterval(sweep);
    done();
  });
}

/** As Node calls it when it is the whole server that has no more patience. */
const tooSlow = (): Error =>
  Object.assign(new Error('The body did not arrive in time.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
