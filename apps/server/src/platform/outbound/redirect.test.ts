import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outbound } from './index.ts';
import { failureOf, openWorld, type World } from './stand-ins.ts';

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

const redirectTo = (location: string | undefined, status = 302): void => {
  world.answer = (request, response) => {
    if (request.url === '/start')
      response.writeHead(status, location === undefined ? {} : { location }).end();
    else response.end(JSON.stringify({ method: request.method, headers: request.headers }));
  };
};

test('are the answer itself unless they were asked for', async () => {
  redirectTo('/next');
  const response = await outbound.request(world.at('/start'));
  expect(response.status).toBe(302);
  await response.text();
  expect(world.site.seen).toEqual(['GET /start']);
});

test.each([
  () => world.at('/', '127.0.0.1', world.canary.port),
  () => world.at('/', '[::ffff:127.0.0.1]', world.canary.port),
  () => world.at('/', '2130706433', world.canary.port),
  () => world.at('/', 'inside.example', world.canary.port),
  () => `//127.0.0.1:${world.canary.port}/`,
  () => 'http://169.254.169.254/latest/meta-data/',
  () => 'http://metadata.google.internal/',
])('to a forbidden address are refused: %s', async (location) => {
  redirectTo(location());
  const failure = await failureOf(outbound.request(world.at('/start'), { redirects: 3 }));
  expect(failure).toMatchObject({ code: 'outbound_address_forbidden', bytesWritten: true });
});

test('stop after the number that was allowed', async () => {
  world.answer = (request, response) => response.writeHead(302, { location: `${request.url}x` }).end();
  expect((await failureOf(outbound.request(world.at('/'), { redirects: 3 }))).code).toBe(
    'outbound_redirect_refused',
  );
  expect(world.site.seen).toHaveLength(4);
});

test('to another site lose everything that could be a credential', async () => {
  redirectTo(world.at('/end', 'other.example'));
  const headers = {
    authorization: 'Bearer secret',
    cookie: 'a=b',
    'x-api-key': 'secret',
    accept: 'application/json',
  };
  const end = (await (await outbound.request(world.at('/start'), { redirects: 1, headers })).json()) as {
    headers: object;
  };
  expect(JSON.stringify(end)).not.toContain('secret');
  expect(end.headers).toMatchObject({
    accept: 'application/json',
    host: `other.example:${world.site.port}`,
  });
  expect(end.headers).not.toHaveProperty('cookie');
});

test('on the same site keep the headers', async () => {
  redirectTo('/end');
  const end = await (
    await outbound.request(world.at('/start'), { redirects: 1, headers: { authorization: 'Bearer x' } })
  ).json();
  expect(end).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer x' } });
});

test('after a POST become a GET, keep the content only with 307 and 308 and never take it to another site', async () => {
  redirectTo('/end', 303);
  const post = { method: 'POST', body: '{}', redirects: 1 };
  expect(await (await outbound.request(world.at('/start'), post)).json()).toMatchObject({ method: 'GET' });
  redirectTo('/end', 308);
  expect(await (await outbound.request(world.at('/start'), post)).json()).toMatchObject({ method: 'POST' });
  redirectTo(world.at('/end', 'other.example'), 307);
  expect((await failureOf(outbound.request(world.at('/start'), post))).code).toBe(
    'outbound_redirect_refused',
  );
});

test('without a place to go, or to something that is not the web, are refused', async () => {
  for (const location of [undefined, 'http://[', 'file:///etc/passwd', 'data:text/plain,x']) {
    redirectTo(location);
    const failure = await failureOf(outbound.request(world.at('/start'), { redirects: 1 }));
    expect(['outbound_redirect_refused', 'outbound_url_invalid']).toContain(failure.code);
  }
});
