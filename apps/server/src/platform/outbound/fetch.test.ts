import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outbound } from './index.ts';
import { openWorld, type World } from './stand-ins.ts';

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

test('reads bodies and headers of every usual kind', async () => {
  world.answer = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.writeHead(201, {
        'set-cookie': ['a=1', 'b=2'],
        'content-encoding': 'gzip',
        'content-type': 'application/json',
      });
      response.end(
        gzipSync(
          JSON.stringify({ sent: Buffer.concat(parts).toString(), type: request.headers['content-type'] }),
        ),
      );
    });
  };
  const response = await outbound.fetch(world.at('/token'), {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  });
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.url).toBe(world.at('/token'));
  expect(await response.json()).toEqual({
    sent: 'a=b',
    type: 'application/x-www-form-urlencoded;charset=UTF-8',
  });
});

test('guards as the client does', async () => {
  await expect(outbound.fetch(world.at('/', '127.0.0.1', world.canary.port))).rejects.toMatchObject({
    code: 'outbound_address_forbidden',
  });
  world.answer = (_request, response) =>
    response.writeHead(302, { location: world.at('/', '127.0.0.1', world.canary.port) }).end();
  await expect(outbound.fetch(world.at('/'))).rejects.toMatchObject({ code: 'outbound_address_forbidden' });
  await expect(outbound.fetch(world.at('/'), { redirect: 'error' })).rejects.toThrow('redirect');
  expect((await outbound.fetch(world.at('/'), { redirect: 'manual' })).status).toBe(302);
  await expect(
    outbound.fetch(world.at('/'), { headers: { 'metadata-flavor': 'Google' } }),
  ).rejects.toMatchObject({
    code: 'outbound_header_forbidden',
  });
});

test('answers without content stay without', async () => {
  world.answer = (_request, response) => response.writeHead(204).end();
  expect((await outbound.fetch(world.at('/'))).body).toBeNull();
  world.answer = (_request, response) => response.writeHead(200, { 'content-length': '9' }).end();
  expect((await outbound.fetch(world.at('/'), { method: 'HEAD' })).status).toBe(200);
});
