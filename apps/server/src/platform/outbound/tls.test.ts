import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { selfSigned } from './stand-in-certificate.ts';
import { failureOf, openWorld, type World } from './stand-ins.ts';

const trusted = selfSigned('shop.example');

let world: World;
let server: ReturnType<typeof createServer>;
let port: number;

beforeEach(async () => {
  world = await openWorld();
  server = createServer(trusted, (request, response) => {
    response.end(`${String((request.socket as TLSSocket).servername)} ${request.headers.host}`);
  });
  await new Promise<void>((resolve) => server.listen(0, world.publicHost, resolve));
  ({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
  await world[Symbol.asyncDispose]();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a pinned connection still asks for, and verifies, the name', async () => {
  const outbound = world.open({ ca: trusted.cert });
  const response = await outbound.request(`https://shop.example:${port}/`);
  expect(await response.text()).toBe(`shop.example shop.example:${port}`);
  expect(world.asked).toEqual(['shop.example']);
});

test('a certificate for another name is refused before anything is sent', async () => {
  const outbound = world.open({ ca: trusted.cert });
  const failure = await failureOf(
    outbound.request(`https://other.example:${port}/`, { method: 'POST', body: 'x' }),
  );
  expect(failure).toMatchObject({ code: 'outbound_tls_failed', bytesWritten: false });
});

test('a certificate that nobody vouches for is refused', async () => {
  const failure = await failureOf(world.open().request(`https://shop.example:${port}/`));
  expect(failure).toMatchObject({ code: 'outbound_tls_failed', bytesWritten: false });
  expect(failure.message).toContain('certificate');
});

test('switching verification off for the whole process does not switch it off here', async () => {
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  try {
    expect((await failureOf(world.open().request(`https://shop.example:${port}/`))).code).toBe(
      'outbound_tls_failed',
    );
  } finally {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  }
});

test('a redirect from https to http is refused', async () => {
  server.removeAllListeners('request');
  server.on('request', (_request, response) => response.writeHead(302, { location: world.at('/') }).end());
  const outbound = world.open({ ca: trusted.cert });
  const failure = await failureOf(outbound.request(`https://shop.example:${port}/`, { redirects: 3 }));
  expect(failure).toMatchObject({ code: 'outbound_redirect_refused', bytesWritten: true });
  expect(world.site.connections()).toBe(0);
});

test('plain text where TLS was expected is a failed secure connection', async () => {
  const failure = await failureOf(world.open().request(`https://shop.example:${world.site.port}/`));
  expect(failure).toMatchObject({ code: 'outbound_tls_failed', bytesWritten: false });
});
