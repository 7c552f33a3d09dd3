import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movableClock } from '../clock/index.ts';
import { createHttpServer } from './server.ts';

const server = createHttpServer({
  clock: movableClock(),
  report: () => {},
  trustedProxies: [],
  bodyLimitBytes: 1_000,
});
let port: number;
beforeAll(async () => {
  for (const [path, bodyWithinMilliseconds] of Object.entries({ '/hurried': 200, '/patient': 60_000 }))
    server.post(path, { config: { bodyWithinMilliseconds } }, (request) => request.body);
  await server.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.server.address() as AddressInfo);
});
afterAll(() => server.close());

/** Sends a body byte by byte and gives what is answered. */
function drip(path: string, body: string, everyMilliseconds: number): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  let sent = 0;
  const head = `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\nconnection: close\r\n`;
  socket.write(`${head}content-length: ${body.length}\r\n\r\n`);
  const timer = setInterval(() => {
    if (sent < body.length) socket.write(body.charAt(sent++));
  }, everyMilliseconds);
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  socket.on('error', () => {});
  socket.on('close', () => {
    clearInterval(timer);
    resolve(answer);
  });
  return promise;
}

test('a body that drips is given up on when its route has no more patience', async () => {
  expect(await drip('/hurried', JSON.stringify({ a: 'b'.repeat(200) }), 50)).toMatch(
    /^HTTP\/1\.1 408 [^]*"too_slow"/,
  );
});

test('a route for large files has more of it', async () => {
  expect(await drip('/patient', '{"a":"slowly but surely"}', 60)).toMatch(/^HTTP\/1\.1 200 [^]*surely/);
});
