import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Clock } from '../clock/index.ts';
import { Refusal } from '../errors/index.ts';
import { newId } from '../ids/index.ts';
import { refuseBrokenRequest } from './broken-request.ts';
import { contentPolicy } from './content-policy.ts';
import { parseJsonBody } from './json-body.ts';
import { rememberMethods } from './methods.ts';
import { sendProblem, type ReportBug } from './problem.ts';
import { limitSlowBodies, mostMilliseconds } from './slow-bodies.ts';

export interface HttpServerOptions {
  clock: Clock;
  report: ReportBug;
  /** Addresses of proxies whose X-Forwarded-For is believed; none by default. */
  trustedProxies: string[];
  bodyLimitBytes: number;
  /** Where files are served from, when that is another origin. */
  filesOrigin?: string | undefined;
}

const requestIdPattern = /^[\w.-]{8,64}$/;

/** The HTTP server with what holds for every route: limits, JSON, headers and problem answers. */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: options.bodyLimitBytes,
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    // The last resort; routes have a patience of their own.
    requestTimeout: mostMilliseconds + 30_000,
    keepAliveTimeout: 65_000,
    // Without a host is refused below, in the words of every other refusal.
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000, requireHostHeader: false },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : newId(options.clock.now());
    },
    clientErrorHandler: (error, socket) => {
      refuseBrokenRequest(error, socket, newId(options.clock.now()));
    },
    // What is refused before it has a route meets no hook, so it gets its headers here.
    frameworkErrors: (error, request, reply) => {
      addHeaders(request, reply);
      sendProblem(error, request, reply, options.report);
    },
  });
  const methodsAt = rememberMethods(server);
  const addHeaders = headersWith(options.filesOrigin);
  limitSlowBodies(server);

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('onRequest', (request, reply, done) => {
    addHeaders(request, reply);
    done(brokenHeaders(request));
  });
  // A connection that was answering when the server began to close becomes idle only later; left alone it would hold
  // the program back for as long as it is kept alive.
  server.addHook('preClose', (done) => {
    const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
    server.server.once('close', () => clearInterval(sweep));
    done();
  });
  server.setErrorHandler((error, request, reply) => {
    sendProblem(error, request, reply, options.report);
  });
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(request.url);
    if (methods.length > 0) void reply.header('allow', methods.join(', '));
    sendProblem(nothingAt(request, methods), request, reply, options.report);
  });
  return server;
}

function headersWith(
  filesOrigin: string | undefined,
): (request: FastifyRequest, reply: FastifyReply) => void {
  const headers = { ...securityHeaders, 'content-security-policy': contentPolicy({ files: filesOrigin }) };
  return (request, reply) => void reply.headers(headers).header('x-request-id', request.id);
}

function nothingAt({ method, url }: FastifyRequest, methods: string[]): Refusal {
  const path = url.split('?')[0]?.slice(0, 200);
  if (methods.length === 0) return new Refusal('not_found', `There is nothing at ${path}.`);
  return new Refusal('method_not_allowed', `${path} takes ${methods.join(', ')}, not ${method}.`);
}

function brokenHeaders({ headers, raw }: FastifyRequest): Refusal | undefined {
  if (headers.host === undefined && raw.httpVersion !== '1.0') {
    return new Refusal('malformed_request', 'The request names no host.');
  }
  // Small bodies gain little by it, and a few compressed bytes can unfold to gigabytes.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    return new Refusal('unsupported_media_type', 'Send the body as it is, without a content encoding.');
  }
  return undefined;
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self)',
};
