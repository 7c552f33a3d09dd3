import { fastify, type FastifyInstance } from 'fastify';
import type { Clock } from '../clock/index.ts';
import { Refusal } from '../errors/index.ts';
import { newId } from '../ids/index.ts';
import { parseJsonBody } from './json-body.ts';
import { sendProblem, type ReportBug } from './problem.ts';

export interface HttpServerOptions {
  clock: Clock;
  report: ReportBug;
  /** Addresses of proxies whose X-Forwarded-For is believed; none by default. */
  trustedProxies: string[];
  bodyLimitBytes: number;
}

const requestIdPattern = /^[\w.-]{8,64}$/;

/** The HTTP server with what holds for every route: limits, JSON, headers and problem answers. */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: options.bodyLimitBytes,
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    // A sender that drips its request holds a socket for this long at most.
    requestTimeout: 10_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : newId(options.clock.now());
    },
  });

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeaders).header('x-request-id', request.id);
    done();
  });
  server.setErrorHandler((error, request, reply) => {
    sendProblem(error, request, reply, options.report);
  });
  server.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal(
      'not_found',
      `There is nothing at ${request.method} ${request.url.split('?')[0]?.slice(0, 200)}.`,
    );
    sendProblem(refusal, request, reply, options.report);
  });
  return server;
}

const contentPolicy = [
  `default-src 'self'`,
  `script-src 'self'`,
  // The primitives place styles on elements; scripts stay strict.
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `font-src 'self' data:`,
  `connect-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

const securityHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self)',
};
