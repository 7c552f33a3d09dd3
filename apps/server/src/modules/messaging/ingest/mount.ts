import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { verifySignature } from '@trikon/whatsapp/webhooks';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { sendProblem } from '../../../platform/http/index.ts';
import type { Metrics } from '../../../platform/metrics/index.ts';
import { openDoorNotes } from './door-notes.ts';
import { Doors, type Door } from './doors.ts';
import { openIntake } from './intake.ts';
import { ingestMetrics, type IngestMetrics } from './metrics.ts';

export interface IngestParts {
  /** Where doors are, with `:door` in it. */
  path: string;
  db: Database;
  clock: Clock;
  metrics: Metrics;
  findDoor: (door: string) => Promise<Door | null>;
  /** Hears of a door, now and then, that something came through it. */
  noteDelivery: (door: string) => Promise<void>;
  /** Hears that something was stored. */
  onStored?: () => void;
  report: (error: unknown, where: string) => void;
}

/** Meta sends up to 3 MB (Meta, "Webhooks overview"). */
const mostBytes = 3 * 1024 * 1024;
const nothing = Buffer.alloc(0);

interface Knock {
  Params: { door: string };
  Body: Buffer | undefined;
}

/**
 * Takes in what Meta delivers: the bytes as they came, believed by their signature, answered when they are durable.
 * Whatever else could be wrong with them is found later, when nobody waits for an answer.
 */
export function mountIngest(server: FastifyInstance, parts: IngestParts): void {
  const { path, db, clock, findDoor, noteDelivery, report } = parts;
  const doors = new Doors({ find: findDoor, clock });
  const metrics = ingestMetrics(parts.metrics, db);
  const intake = openIntake({ db, clock, metrics, report, onStored: parts.onStored });
  const note = openDoorNotes(clock, noteDelivery);

  void server.register((scope, _options, done) => {
    scope.decorateRequest('door', null);
    scope.removeAllContentTypeParsers();
    // Of any type: what was signed counts, and not what a header says of it.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    scope.setErrorHandler((error, request, reply) => refuse(error, request, reply, { metrics, report }));
    scope.post<Knock>(path, {
      bodyLimit: mostBytes,
      // Before the body is read: a stranger's is not worth the memory.
      onRequest: async (request, reply) => {
        try {
          const door = await doors.find(request.params.door, request.ip);
          if (door === null) throw notFound('address');
          if (request.headers['x-hub-signature-256'] === undefined) throw wrongSignature();
          request.setDecorator('door', door);
        } catch (error) {
          // Whatever body follows is not waited for.
          void reply.header('connection', 'close');
          throw error;
        }
      },
      handler: async (request, reply) => {
        const { workspaceId, appId, secrets } = request.getDecorator<Door>('door');
        const body = request.body ?? nothing;
        if (!verifySignature(body, request.headers['x-hub-signature-256'], secrets)) throw wrongSignature();
        await intake.add({ workspaceId, appId, body });
        note(request.params.door);
        return reply.code(200).send();
      },
    });
    done();
  });
}

const wrongSignature = (): Refusal =>
  new Refusal('signature_refused', 'X-Hub-Signature-256 has to be the signature of these bytes by the app.');

interface Telling {
  metrics: IngestMetrics;
  report: IngestParts['report'];
}

/** Counted rather than logged: a stranger decides how many of them there are. */
function refuse(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { metrics, report }: Telling,
): void {
  metrics.count(outcomeOf(error));
  sendProblem(error, request, reply, (fault) => {
    if (!(fault instanceof Refusal)) report(fault, 'the ingest of webhooks');
  });
}

function outcomeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  const { code, statusCode = 500 } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too_large';
  return statusCode < 500 ? 'broken' : 'internal';
}
