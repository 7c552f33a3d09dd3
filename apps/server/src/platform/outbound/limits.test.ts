import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outbound } from './index.ts';
import { failureOf, openRaw, openWorld, type World } from './stand-ins.ts';

let world: World;
let outbound: Outbound;

beforeEach(async () => {
  world = await openWorld();
  outbound = world.open();
});

afterEach(async () => {
  expect(world.canary.connections()).toBe(0);
  await world[Symbol.asyncDispose]();
});

test.each([
  ['drips its answer', {}],
  ['drips an answer whose size it has announced', { 'content-length': 10_000 }],
])('a server that %s is cut off by the total time', async (_, headers) => {
  world.answer = (_request, response) => {
    response.writeHead(200, headers);
    const drip = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(drip));
  };
  const started = performance.now();
  const response = await outbound.request(world.at('/'), { timeoutMs: 300 });
  const failure = await failureOf(response.text());
  expect(failure).toMatchObject({ code: 'outbound_timeout', bytesWritten: true });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('an answer that nobody reads ends with its time, and ends nothing else', async () => {
  const isClosed = new Promise<void>((resolve) => {
    world.answer = (_request, response) => {
      response.on('close', resolve);
      response.writeHead(200, { 'content-length': 10_000 }).write('x');
    };
  });
  await outbound.request(world.at('/'), { timeoutMs: 200 });
  await isClosed;
});

test('a server that never answers, or drips its headers, is cut off as well', async () => {
  world.answer = () => undefined;
  expect(await failureOf(outbound.request(world.at('/'), { timeoutMs: 200 }))).toMatchObject({
    code: 'outbound_timeout',
    bytesWritten: true,
  });
  const raw = await openRaw(world.publicHost, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const drip = setInterval(() => socket.write('x: y\r\n'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  expect(
    (await failureOf(outbound.request(world.at('/', 'shop.example', raw.port), { timeoutMs: 300 }))).code,
  ).toBe('outbound_timeout');
  await raw[Symbol.asyncDispose]();
});

test('a name server that never answers is cut off, and nothing was sent', async () => {
  const stuck = world.open({ resolver: () => new Promise(() => undefined) });
  expect(await failureOf(stuck.request(world.at('/'), { timeoutMs: 200 }))).toMatchObject({
    code: 'outbound_timeout',
    bytesWritten: false,
  });
});

test('a request given up by its caller stops', async () => {
  world.answer = () => undefined;
  const aborting = new AbortController();
  setTimeout(() => aborting.abort(), 50);
  expect((await failureOf(outbound.request(world.at('/'), { signal: aborting.signal }))).code).toBe(
    'outbound_aborted',
  );
  expect((await failureOf(outbound.request(world.at('/'), { signal: AbortSignal.abort() }))).code).toBe(
    'outbound_aborted',
  );
});

test('an answer beyond the size is refused when it says so and cut when it does not', async () => {
  world.answer = (_request, response) => response.end('x'.repeat(2_000));
  expect((await failureOf(outbound.request(world.at('/'), { maxBytes: 1_000 }))).code).toBe(
    'outbound_too_large',
  );
  world.answer = (_request, response) => {
    for (let part = 0; part < 20; part++) response.write('x'.repeat(100));
    response.end();
  };
  const response = await outbound.request(world.at('/'), { maxBytes: 1_000 });
  expect(await failureOf(response.bytes())).toMatchObject({
    code: 'outbound_too_large',
    bytesWritten: true,
  });
});

test('packed answers come as sent unless unpacking was asked for', async () => {
  const packed = gzipSync('hello');
  world.answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  expect(await (await outbound.request(world.at('/'))).bytes()).toEqual(packed);
  expect(await (await outbound.request(world.at('/'), { decompress: true })).text()).toBe('hello');
  world.answer = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('hello'));
  expect(await (await outbound.request(world.at('/'), { decompress: true })).text()).toBe('hello');
});

test('a bomb of zeros is cut at the size, without unpacking the rest', async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000));
  world.answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  const before = process.memoryUsage().rss;
  const response = await outbound.request(world.at('/'), { decompress: true, maxBytes: 300_000 });
  expect((await failureOf(response.bytes())).code).toBe('outbound_too_large');
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});

test('answers that are broken, packed twice or unknown are told apart from silence', async () => {
  world.answer = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip');
  const response = await outbound.request(world.at('/'), { decompress: true });
  expect((await failureOf(response.bytes())).code).toBe('outbound_bad_response');
  world.answer = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end('x');
  expect((await failureOf(outbound.request(world.at('/'), { decompress: true }))).code).toBe(
    'outbound_bad_response',
  );
  world.answer = (_request, response) => response.end('{');
  expect((await failureOf((await outbound.request(world.at('/'))).json())).code).toBe(
    'outbound_bad_response',
  );
});

test.each([
  ['not HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n', 'outbound_bad_response'],
  [
    'two lengths',
    'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    'outbound_bad_response',
  ],
  ['headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`, 'outbound_too_large'],
  ['nothing', '', 'outbound_unreachable'],
])('a server that answers with %s fails with a code', async (_what, bytes, code) => {
  const raw = await openRaw(world.publicHost, (socket) => socket.end(bytes));
  expect(await failureOf(outbound.request(world.at('/', 'shop.example', raw.port)))).toMatchObject({
    code,
    bytesWritten: true,
  });
  await raw[Symbol.asyncDispose]();
});

test('a body cut short by the server is an error, not a short answer', async () => {
  const raw = await openRaw(world.publicHost, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'),
  );
  const response = await outbound.request(world.at('/', 'shop.example', raw.port));
  expect((await failureOf(response.bytes())).bytesWritten).toBe(true);
  await raw[Symbol.asyncDispose]();
});

test('a refused connection says that nothing was written', async () => {
  const gone = await openRaw(world.publicHost, () => undefined);
  await gone[Symbol.asyncDispose]();
  expect(await failureOf(outbound.request(world.at('/', 'shop.example', gone.port)))).toMatchObject({
    code: 'outbound_unreachable',
    bytesWritten: false,
  });
});
