import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Permission } from '@trikon/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  append,
  connectAgain,
  cutAllConnections,
  inTransaction,
  keyMade,
  renamed,
  until,
} from '../../../test/event-log.ts';
import { openStream, type StreamReader } from '../../../test/stream-reader.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { createHttpServer, type Caller, type Identify } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import type { LiveHub } from './live-hub.ts';
import { publish } from './publish.ts';
import { mountStream } from './stream.ts';
import { EventTail } from './tail.ts';

const surat = newId(new Date());
const pune = newId(new Date());
const agent: Permission[] = ['workspace.read', 'members.read', 'events.read'];

let testDb: TestDatabase;
let tail: EventTail;
let server: FastifyInstance;
let hub: LiveHub;
let address: string;
/** Who is let in, by bearer token. */
let callers: Map<string, Caller>;
const readers: StreamReader[] = [];

const identify: Identify = ({ authorization }) =>
  Promise.resolve(callers.get(authorization?.replace('Bearer ', '') ?? '') ?? null);

function keyOf(id: string, workspaceId: string, permissions: Permission[]): Caller {
  return { kind: 'key', id, workspaceId, permissions: new Set(permissions), requestsPerMinute: 100 };
}

beforeAll(async () => {
  testDb = await createTestDatabase();
  tail = new EventTail({ db: testDb.db, report: () => {} });
  await tail.start();
});
beforeEach(async () => {
  callers = new Map([
    ['agent', keyOf(newId(new Date()), surat, agent)],
    ['owner', keyOf(newId(new Date()), surat, [...agent, 'api-keys.manage'])],
    ['pune', keyOf(newId(new Date()), pune, [...agent, 'api-keys.manage'])],
    ['blind', keyOf(newId(new Date()), surat, ['workspace.read'])],
  ]);
  server = createHttpServer({
    clock: testDb.clock,
    report: () => {},
    trustedProxies: [],
    bodyLimitBytes: 1_000,
  });
  hub = mountStream(server, {
    prefix: '/api/v1',
    db: testDb.db,
    tail,
    identify,
    report: () => {},
    beatEvery: 200,
    mostPerCaller: 5,
    mostWaitingBytes: 300_000,
    drainWithin: 1_500,
  });
  address = await server.listen({ port: 0 });
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await server.close();
});
afterAll(async () => {
  await tail.stop();
  await testDb.drop();
});

async function listen(who = 'owner', lastEventId?: string): Promise<StreamReader> {
  // Where a new stream begins is where the tail is.
  await told();
  const reader = await openStream(`${address}/api/v1/events/stream`, {
    authorization: `Bearer ${who}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  });
  readers.push(reader);
  return reader;
}

/** Until the tail has passed what was said so far. */
async function told(): Promise<void> {
  const [row] = await testDb.asOwner<{ tx: string }>('select max(tx::text::bigint) as tx from events');
  await until(() => tail.position.tx > Number(row!.tx));
}

const say = (name: string, workspaceId = surat) => append(testDb.db, workspaceId, [renamed(name)]);

describe('the live stream', () => {
  test('tells what happens from the moment it is opened, with the headers that proxies need', async () => {
    await say('before');
    const reader = await listen();
    await say('after');
    await reader.arrived(1);
    expect(reader.names().at(-1)).toBe('after');
    expect(reader.frames.at(-1)!.data).toMatchObject({
      type: 'role.created',
      at: testDb.clock.now().toISOString(),
      contactId: null,
      actor: { kind: 'system', id: 'test' },
    });
    expect(Object.fromEntries(reader.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String) as string,
    });
  });

  test('tells nobody what happens in another workspace or what their role may not see', async () => {
    const [owner, agentReader, there] = await Promise.all([listen('owner'), listen('agent'), listen('pune')]);
    // Whoever has got something is live.
    await Promise.all([say('Surat'), say('Pune', pune)]);
    await Promise.all([owner.arrived(1), agentReader.arrived(1), there.arrived(1)]);
    await append(testDb.db, surat, [renamed('role of Surat'), keyMade('key of Surat')]);
    await append(testDb.db, pune, [renamed('role of Pune'), keyMade('key of Pune')]);
    await Promise.all([owner.arrived(3), agentReader.arrived(2), there.arrived(3)]);
    await sleep(100);
    expect(owner.names()).toEqual(['Surat', 'role of Surat', 'key of Surat']);
    expect(agentReader.names()).toEqual(['Surat', 'role of Surat']);
    expect(there.names()).toEqual(['Pune', 'role of Pune', 'key of Pune']);
    // What is caught up with is filtered as well.
    const [first] = owner.frames;
    const again = await listen('agent', first!.id);
    await again.arrived(2);
    await sleep(100);
    expect(again.names()).toEqual(['Surat', 'role of Surat']);
    const elsewhere = await listen('pune', first!.id);
    await elsewhere.arrived(3);
    expect(elsewhere.names()).toEqual(['Pune', 'role of Pune', 'key of Pune']);
  });

  test('goes on after 5,000 missed events while more happen, without a gap and without a double', async () => {
    const reader = await listen();
    await say('event 0');
    await reader.arrived(1);
    reader.close();
    await reader.ended;
    let count = 1;
    const more = (size: number) =>
      append(
        testDb.db,
        surat,
        Array.from({ length: size }, () => renamed(`event ${count++}`)),
      );
    for (let batch = 0; batch < 10; batch++) await more(500);
    const writing = new AbortController();
    const writes = (async () => {
      while (!writing.signal.aborted) await more(7);
    })();
    const back = await listen('owner', reader.lastId());
    await back.arrived(5_000);
    await sleep(200);
    writing.abort();
    await writes;
    await back.arrived(count - 1);
    await sleep(100);
    expect(back.names()).toEqual(Array.from({ length: count - 1 }, (_, at) => `event ${at + 1}`));
  });

  test('cut and resumed again and again loses nothing and repeats nothing', async () => {
    const writing = new AbortController();
    let written = 0;
    const first = await listen();
    const writes = (async () => {
      while (!writing.signal.aborted) {
        await say(`event ${written++}`);
        await sleep(Math.random() * 4);
      }
    })();
    const names: string[] = [];
    let reader = first;
    for (let round = 0; round < 15; round++) {
      await sleep(60);
      reader.close();
      await reader.ended;
      names.push(...reader.names());
      reader = await listen('owner', reader.lastId());
    }
    writing.abort();
    await writes;
    await until(() => names.length + reader.names().length >= written);
    await sleep(50);
    names.push(...reader.names());
    expect(names).toEqual(Array.from({ length: written }, (_, at) => `event ${at}`));
  });

  test('says reset when the place is in a log that is gone, and goes on from now', async () => {
    for (const id of ['otherlog.5.5', `${tail.log}.9000000000000000.0`]) {
      const reader = await listen('owner', id);
      await until(() => reader.frames.some(({ event }) => event === 'reset'));
      await say('after the reset');
      await reader.arrived(1);
      expect(reader.names()).toEqual(['after the reset']);
      expect(reader.lastId()).toMatch(new RegExp(`^${tail.log}\\.[0-9]{1,12}\\.`));
    }
  });

  test('moves the place along while nothing happens that the reader may see', async () => {
    const reader = await listen('agent');
    const [opening] = reader.frames;
    await append(testDb.db, surat, [keyMade('not for agents')]);
    await until(() => reader.frames.length > 0 && reader.lastId() !== opening?.id);
    expect(reader.names()).toEqual([]);
  });

  test('survives the loss of the database', async () => {
    const reader = await listen();
    await say('before');
    await reader.arrived(1);
    await cutAllConnections(testDb);
    while (
      !(await say('after').then(
        () => true,
        () => false,
      ))
    );
    await reader.arrived(2);
    expect(reader.names()).toEqual(['before', 'after']);
  });

  test('tells what another process of the program appended', async () => {
    const other = connectAgain(testDb);
    const otherTail = new EventTail({ db: other, report: () => {} });
    await otherTail.start();
    const reader = await listen();
    await append(other, surat, [renamed('from elsewhere')]);
    await reader.arrived(1, 900);
    await otherTail.stop();
    await other.close();
  });
});

describe('the live stream refuses', () => {
  test.each([
    ['nobody', undefined, 401, 'not_signed_in'],
    ['blind', undefined, 403, 'forbidden'],
    ['owner', 'nonsense', 400, 'invalid_input'],
  ])('%s with the id %s: %i', async (who, id, status, code) => {
    const { response } = await listen(who, id);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  test('more streams than one caller needs', async () => {
    const open = await Promise.all(Array.from({ length: 5 }, () => listen('owner')));
    const refused = await listen('owner');
    expect(refused.response.status).toBe(429);
    expect(refused.response.headers.get('retry-after')).toBe('30');
    open[0]!.close();
    await until(() => hub.size === 4);
    expect((await listen('owner')).response.status).toBe(200);
  });

  test('to be asked for its head, which would never end', async () => {
    const response = await fetch(`${address}/api/v1/events/stream`, { method: 'HEAD' });
    expect(response.status).toBe(405);
  });
});

describe('an open stream ends', () => {
  const endsWithin = async (reader: StreamReader, milliseconds: number): Promise<void> => {
    const started = performance.now();
    await reader.ended;
    expect(performance.now() - started).toBeLessThan(milliseconds);
  };

  test('within 5 s of the session or key being revoked, or of its permissions being changed', async () => {
    const [revoked, changed, other] = [await listen('owner'), await listen('agent'), await listen('pune')];
    await say('seen');
    await Promise.all([revoked.arrived(1), changed.arrived(1)]);
    callers.delete('owner');
    callers.set('agent', keyOf(callers.get('agent')!.id, surat, [...agent, 'api-keys.manage']));
    await Promise.all([endsWithin(revoked, 5_000), endsWithin(changed, 5_000)]);
    expect(hub.size).toBe(1);
    await say('to those who may', pune);
    await other.arrived(1);
  });

  test('at once for the one whom an event of the log puts out, before the rest of that batch', async () => {
    const { id } = callers.get('agent')!;
    const [out, stays] = [await listen('agent'), await listen('owner')];
    await say('seen');
    await Promise.all([out.arrived(1), stays.arrived(1)]);
    await inTransaction(testDb.db, surat, (tx) =>
      publish(
        tx,
        { type: 'api_key.revoked', data: { keyId: id, name: 'agent' } },
        renamed('not for the revoked'),
      ),
    );
    await endsWithin(out, 500);
    expect(out.names()).toEqual(['seen']);
    await stays.arrived(3);
  });

  test('when the server closes, which does not wait for it', async () => {
    const reader = await listen();
    const started = performance.now();
    await server.close();
    await reader.ended;
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('and leaves nothing behind when the reader goes away', async () => {
    const open = await Promise.all([listen('owner'), listen('agent'), listen('pune')]);
    expect(hub.size).toBe(3);
    for (const reader of open) reader.close();
    await until(() => hub.size === 0);
  });

  /** A reader that takes nothing until it is told to. */
  async function slowReader(): Promise<{ socket: Socket; received: () => string }> {
    const { port, hostname } = new URL(address);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.write('GET /api/v1/events/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer agent\r\n\r\n');
    await new Promise<void>((resolve) => {
      socket.once('data', () => resolve());
    });
    socket.pause();
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.pause();
    return { socket, received: () => received };
  }
  const long = 'x'.repeat(50_000);

  test('for a reader that takes nothing; the others notice nothing', async () => {
    const quick = await listen('owner');
    const { socket } = await slowReader();
    for (let said = 0; said < 200; said++) await say(`${said} ${long}`);
    await quick.arrived(200);
    await until(() => hub.size === 1);
    await say('still here');
    await quick.arrived(201);
    socket.destroy();
  });

  test('but not for one that is slow for a moment, who gets everything once', async () => {
    const { socket, received } = await slowReader();
    for (let said = 0; said < 200; said++) await say(`<${said}> ${long}`);
    await told();
    socket.resume();
    await until(() => received().includes('<199>'));
    expect([...received().matchAll(/<(\d+)>/g)].map(([, at]) => Number(at))).toEqual(
      Array.from({ length: 200 }, (_, at) => at),
    );
    socket.destroy();
  });
});
