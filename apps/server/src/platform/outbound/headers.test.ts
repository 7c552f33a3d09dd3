import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outbound } from './index.ts';
import { failureOf, openWorld, type World } from './stand-ins.ts';

const REFUSED = `
  Host Connection Transfer-Encoding Content-Length Upgrade TE Expect Keep-Alive Trailer
  Proxy-Authorization Proxy-Connection X-Forwarded-For X-Forwarded-Host Forwarded X-Real-IP Via
  Metadata Metadata-Flavor X-aws-ec2-metadata-token X-aws-ec2-metadata-token-ttl-seconds
  Sec-Fetch-Site X-Original-URL X-HTTP-Method-Override CF-Connecting-IP X-Google-Metadata-Request
  Accept-Encoding
`;

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

test.each(REFUSED.trim().split(/\s+/))('%s cannot be set by a caller', async (name) => {
  const failure = await failureOf(outbound.request(world.at('/'), { headers: { [name]: 'x' } }));
  expect(failure.code).toBe('outbound_header_forbidden');
  expect(failure.message).toContain(name.toLowerCase());
  expect(world.site.connections()).toBe(0);
});

test.each<Record<string, string>>([
  { 'x-a': 'b\r\nhost: evil' },
  { 'x-a': 'b\nhost: evil' },
  { 'x-a': 'b\u0000' },
  { 'x-a': 'b\r' },
  { 'x-a': 'ɑ' },
  { 'x-a\r\nhost': 'evil' },
  { 'x a': 'b' },
  { 'x:a': 'b' },
  { '': 'b' },
  { 'x-a': 'b'.repeat(20_000) },
])('%j is refused', async (headers) => {
  expect((await failureOf(outbound.request(world.at('/'), { headers }))).code).toBe(
    'outbound_header_forbidden',
  );
  expect(world.site.connections()).toBe(0);
});

test('line breaks in the path or the method cannot split the request', async () => {
  await (await outbound.request(world.at('/a\r\nx: y'))).text();
  await (await outbound.request(world.at('/a%0d%0ax: y z'))).text();
  expect(world.site.seen).toEqual(['GET /ax:%20y', 'GET /a%0d%0ax:%20y%20z']);
  for (const method of ['GET / HTTP/1.1\r\nx: y', 'CONNECT', 'TRACE', 'get\n']) {
    expect((await failureOf(outbound.request(world.at('/'), { method }))).code).toBe('outbound_url_invalid');
  }
});
