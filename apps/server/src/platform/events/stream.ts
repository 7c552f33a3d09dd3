import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Database } from '../db/index.ts';
import { invalidField, Refusal } from '../errors/index.ts';
import { requireAccess, type Caller, type Credentials, type Identify } from '../http/index.ts';
import { isUuid } from '../ids/index.ts';
import { typesToRead } from './logged-event.ts';
import { openingFrame, resetFrame } from './frames.ts';
import { LiveHub } from './live-hub.ts';
import { LiveStream } from './live-stream.ts';
import { readCursor, type Position } from './position.ts';
import { readWorkspaceLog } from './queries.ts';
import type { EventTail, ReportTrouble } from './tail.ts';

export interface StreamOptions {
  prefix: string;
  db: Database;
  tail: EventTail;
  identify: Identify;
  report: ReportTrouble;
  recheckEvery?: number;
  beatEvery?: number;
  mostWaitingBytes?: number;
  drainWithin?: number;
  /** Open streams of one person or key in this process: tabs and devices, not a way to exhaust the server. */
  mostPerCaller?: number;
}

const pageSize = 500;

/**
 * GET <prefix>/events/stream: the workspace's events as they happen, as Server-Sent Events. With the header
 * Last-Event-ID it goes on from there, however long ago that was.
 */
export function mountStream(server: FastifyInstance, options: StreamOptions): LiveHub {
  const { prefix } = options;
  const hub = new LiveHub(options);
  server.get(
    `${prefix}/events/stream`,
    // HEAD would run the same and never end.
    { exposeHeadRoute: false, config: { procedure: 'events.stream' } },
    async (request, reply) => {
      const credentials = credentialsOf(request);
      const caller = await options.identify(credentials);
      const workspaceId = requireAccess(caller, 'events.read');
      refuseTooMany(hub.streamsOf(caller!.id), options.mostPerCaller ?? 50);
      const start = startOf(request, options.tail);
      open(reply, { ...options, hub, credentials, caller: caller!, workspaceId, start });
      return reply;
    },
  );
  // Before the server waits for its connections to end, which a stream never does by itself.
  server.addHook('preClose', (done) => {
    hub.close();
    done();
  });
  return hub;
}

interface Opening extends StreamOptions {
  hub: LiveHub;
  credentials: Credentials;
  caller: Caller;
  workspaceId: string;
  start: Start;
}

function open(reply: FastifyReply, opening: Opening): void {
  const { hub, db, tail, caller, workspaceId, credentials, start, report } = opening;
  const { raw } = reply;
  const { log } = tail;
  reply.hijack();
  // Gone while it was found out who it is: its end has been told already.
  if (raw.destroyed) return;
  raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx and those that follow its habit would collect the events otherwise.
    'x-accel-buffering': 'no',
    // The stream ends with its connection, so a closing server has none left over to wait for.
    connection: 'close',
  });
  const scope = { workspaceId, actor: { kind: caller.kind, id: caller.id } };
  const types = typesToRead(caller.permissions);
  const stream = new LiveStream({
    raw,
    log,
    workspaceId,
    caller,
    credentials,
    position: start.position,
    readPage: (after) =>
      db.readWorkspace(scope, (tx) =>
        readWorkspaceLog(tx, { after, limit: pageSize, types, contactId: null }),
      ),
    report: (error) => report(error, 'live stream'),
    mostWaitingBytes: opening.mostWaitingBytes,
    drainWithin: opening.drainWithin,
  });
  raw.on('close', () => hub.leave(stream));
  // A reader that goes away in the middle of a write is no trouble of ours.
  raw.on('error', () => hub.leave(stream));
  hub.join(stream);
  stream.start((start.reset ? resetFrame : openingFrame)(log, start.position));
}

interface Start {
  position: Position;
  reset: boolean;
}

function startOf(request: FastifyRequest, tail: EventTail): Start {
  const given = request.headers['last-event-id'];
  const here = tail.position;
  if (given === undefined || given === '') return { position: here, reset: false };
  const cursor = readCursor(tail.log, String(given));
  if (cursor.kind === 'unreadable') {
    throw invalidField('Last-Event-ID', 'invalid_cursor', 'Send the last id that the stream gave, or none.');
  }
  if (cursor.kind === 'other-log') return { position: here, reset: true };
  return { position: cursor.position, reset: false };
}

function credentialsOf(request: FastifyRequest): Credentials {
  const { authorization, cookie } = request.headers;
  const workspaceId = request.headers['trikon-workspace'];
  if (workspaceId !== undefined && (typeof workspaceId !== 'string' || !isUuid(workspaceId))) {
    throw new Refusal('invalid_header', 'Trikon-Workspace has to be the id of a workspace.');
  }
  return { authorization, cookie, workspaceId };
}

function refuseTooMany(open: number, most: number): void {
  if (open < most) return;
  throw new Refusal('rate_limited', `More than ${most} live streams are open for you. Close some first.`, {
    retryAfterSeconds: 30,
  });
}
