import type { Permission } from '@trikon/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Database } from '../db/index.ts';
import { Refusal } from '../errors/index.ts';
import { isUuid } from '../ids/index.ts';
import { requireAccess } from './access.ts';
import type { Caller, Identify, Person, RequestOrigin } from './caller.ts';
import type { Route } from './handlers.ts';
import type { Tracing } from '../tracing/index.ts';
import { once, readIdempotencyKey } from './idempotency.ts';
import { inputReader, type ReadInput } from './input.ts';
import { refuseForeignOrigin } from './origin.ts';
import type { RateLimit } from './rate-limit.ts';

export interface MountOptions {
  prefix: string;
  routes: readonly Route[];
  db: Database;
  identify: Identify;
  rateLimit: RateLimit;
  publicUrl: () => string;
  /** Hold every answer against its schema. Costs time, so tests and development do it and production does not. */
  checkAnswers: boolean;
  tracing: Tracing;
}

const requestsPerMinute = { public: 120, person: 1_200 };

/** Gives every procedure of the contract its place under the prefix. */
export function mountProcedures(server: FastifyInstance, options: MountOptions): void {
  for (const route of options.routes) {
    const { method = 'POST', path = '/', successStatus = 200 } = route.procedure['~orpc'].route;
    const readInput = inputReader(route.procedure);
    const check = options.checkAnswers ? answerCheck(route) : (answer: unknown) => answer;
    server.route({
      method,
      url: `${options.prefix}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      config: { procedure: route.name },
      handler: async (request, reply) => {
        const answer = await traced(route, request, options, () =>
          answerOne(route, { request, reply, readInput, options }),
        );
        void reply.code(successStatus);
        // A replayed answer went through JSON once already, where dates are text.
        return reply.hasHeader('idempotent-replayed') ? answer : check(answer);
      },
    });
  }
}

function traced<T>(
  route: Route,
  request: FastifyRequest,
  { tracing }: MountOptions,
  work: () => Promise<T>,
): Promise<T> {
  if (!tracing.enabled) return work();
  const { traceparent } = request.headers;
  const attributes = {
    'http.request.method': request.method,
    'http.route': request.routeOptions.url,
    'trikon.procedure': route.name,
  };
  const parent = typeof traceparent === 'string' ? { traceparent } : {};
  return tracing.span(route.name, { kind: 'server', attributes, ...parent }, work);
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  readInput: ReadInput;
  options: MountOptions;
}

async function answerOne(route: Route, exchange: Exchange): Promise<unknown> {
  const { request, reply, readInput, options } = exchange;
  if (route.kind !== 'workspace') refuseIdempotencyKey(request);
  if (route.kind === 'public') {
    allow(reply, options, `ip ${request.ip}`, requestsPerMinute.public);
    const input = read(request, readInput) as never;
    return await route.handler({ db: options.db, input, origin: originOf(request) });
  }
  const caller = await identifyCaller(request, options);
  const { meta } = route.procedure['~orpc'];
  if (caller.kind === 'key') allow(reply, options, `key ${caller.id}`, caller.requestsPerMinute);
  else allow(reply, options, `user ${caller.id}`, requestsPerMinute.person);
  if (meta.personOnly && caller.kind !== 'user') {
    throw new Refusal('forbidden', 'An API key cannot do this; a signed-in person can.');
  }
  if (route.kind === 'person') {
    const input = read(request, readInput) as never;
    return await route.handler({ db: options.db, input, caller: caller as Person });
  }
  const workspaceId = requireAccess(caller, meta.access as Permission);
  const input = read(request, readInput) as never;
  const scope = { workspaceId, actor: { kind: caller.kind, id: caller.id } };
  if (request.method === 'GET' || request.method === 'HEAD') {
    return await options.db.readWorkspace(scope, async (tx) => route.handler({ tx, input, caller }));
  }
  const key = readIdempotencyKey(request.headers['idempotency-key']);
  if (key === undefined)
    return committed(await options.db.inWorkspace(scope, async (tx) => route.handler({ tx, input, caller })));
  if (meta.secretAnswer) {
    throw new Refusal(
      'invalid_header',
      'This answer holds a secret that is shown once, so it cannot be kept for an Idempotency-Key.',
    );
  }
  const claim = { caller: `${caller.kind} ${caller.id}`, key, procedure: route.name, input };
  const kept = await options.db.inWorkspace(scope, (tx) =>
    once(tx, claim, async () => route.handler({ tx, input, caller, idempotencyKey: key })),
  );
  if (kept.replayed) void reply.header('idempotent-replayed', 'true');
  return committed(kept.answer);
}

/** A refusal that a verb returns is told after its commit: what was recorded of it stays. A thrown one takes all back. */
function committed(answer: unknown): unknown {
  if (answer instanceof Refusal) throw answer;
  return answer;
}

/** Ignored, it would let a client repeat in good faith what then happens twice. */
function refuseIdempotencyKey({ method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD' || headers['idempotency-key'] === undefined) return;
  throw new Refusal(
    'invalid_header',
    'Only writes inside a workspace keep their answer for an Idempotency-Key.',
  );
}

async function identifyCaller(request: FastifyRequest, options: MountOptions): Promise<Caller> {
  const { authorization, cookie } = request.headers;
  const caller = await options.identify({ authorization, cookie, workspaceId: workspaceHeader(request) });
  if (caller === null) throw new Refusal('not_signed_in', 'Sign in, or send an API key as a bearer token.');
  if (caller.kind === 'user') refuseForeignOrigin(request, options.publicUrl());
  return caller;
}

function workspaceHeader(request: FastifyRequest): string | undefined {
  const value = request.headers['trikon-workspace'];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !isUuid(value)) {
    throw new Refusal('invalid_header', 'Trikon-Workspace has to be the id of a workspace.');
  }
  return value;
}

function read(request: FastifyRequest, readInput: ReadInput): unknown {
  return readInput({
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    body: request.body,
  });
}

function allow(reply: FastifyReply, { rateLimit }: MountOptions, caller: string, perMinute: number): void {
  const { limit, remaining } = rateLimit.take(caller, perMinute);
  void reply.header('ratelimit-limit', limit).header('ratelimit-remaining', remaining);
}

const originOf = (request: FastifyRequest): RequestOrigin => ({
  ipAddress: request.ip,
  userAgent: request.headers['user-agent'] ?? null,
});

function answerCheck(route: Route): (answer: unknown) => unknown {
  const schema = route.procedure['~orpc'].outputSchema as unknown as z.ZodType | undefined;
  return (answer) => {
    if (schema === undefined) return answer;
    const result = schema.safeParse(answer);
    if (result.success) return answer;
    throw new Error(`The answer of ${route.name} breaks its contract: ${result.error.message}`);
  };
}
