import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOutbound, type Outbound } from './index.ts';
import { failureOf, openCanary, openSite, openWorld, type World } from './stand-ins.ts';

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

describe('names and addresses', () => {
  test('a public name is answered, and the server sees the name it was called by', async () => {
    world.answer = (request, response) => response.end(request.headers.host);
    const response = await outbound.request(world.at('/a?b=1#c'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(`shop.example:${world.site.port}`);
    expect(world.site.seen).toEqual(['GET /a?b=1']);
  });

  test('a name server that changes its answer between check and connection is asked once', async () => {
    const answers = [[world.publicHost], ['127.0.0.1'], ['127.0.0.1']];
    const rebinding = world.open({
      resolver: () => Promise.resolve((world.asked.push('asked'), answers.shift() ?? ['127.0.0.1'])),
    });
    // The same port on both hosts, so that a second resolution would find the listener.
    const twin = await openCanary(world.site.port);
    const response = await rebinding.request(world.at('/'));
    expect(await response.text()).toBe('hello');
    expect(world.asked).toEqual(['asked']);
    expect(twin.connections()).toBe(0);
    await twin[Symbol.asyncDispose]();
  });

  test('a name with one forbidden address among good ones is refused', async () => {
    world.names['mixed.example'] = [world.publicHost, '127.0.0.1'];
    const failure = await failureOf(outbound.request(world.at('/', 'mixed.example')));
    expect(failure.code).toBe('outbound_address_forbidden');
    expect(world.site.connections()).toBe(0);
  });

  test.each([
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
    '0.0.0.0',
    'fd00:ec2::254',
  ])('a name that resolves to %s is refused', async (address) => {
    world.names['wrapped.example'] = [address];
    const guarded = world.open({ isAllowedAddress: undefined });
    expect(
      (
        await failureOf(
          guarded.request(world.at('/', 'wrapped.example', world.canary.port), { timeoutMs: 300 }),
        )
      ).code,
    ).toBe('outbound_address_forbidden');
  });

  test('a kept connection serves only its own origin, and a new connection is checked anew', async () => {
    for (let call = 0; call < 3; call++) await (await outbound.request(world.at('/'))).text();
    const { connections } = world.site;
    const [before, askedBefore] = [connections(), world.asked.length];
    world.names['shop.example'] = ['127.0.0.1'];
    for (let call = 0; call < 3; call++) await (await outbound.request(world.at('/'))).text();
    expect([connections(), world.asked.length]).toEqual([before, askedBefore]);
    // Kept connections never lend themselves to another name, port, or to the same name once they are gone.
    expect((await failureOf(outbound.request(world.at('/', 'inside.example')))).code).toBe(
      'outbound_address_forbidden',
    );
    expect((await failureOf(outbound.request(world.at('/', 'shop.example', world.canary.port)))).code).toBe(
      'outbound_address_forbidden',
    );
    world.site.server.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await failureOf(outbound.request(world.at('/3')))).code).toBe('outbound_address_forbidden');
  });

  test('a name without an address says so', async () => {
    const failure = await failureOf(outbound.request(world.at('/', 'nowhere.example')));
    expect(failure).toMatchObject({ code: 'outbound_unreachable', bytesWritten: false });
    expect(failure.message).toContain('no address');
  });

  test.each([
    ['ftp://shop.example/', 'https'],
    ['file:///etc/passwd', 'https'],
    ['gopher://shop.example:6379/_INFO', 'https'],
    ['javascript:alert(1)', 'https'],
    ['http://user:secret@shop.example/', 'user name'],
    ['http://user@shop.example/', 'user name'],
    ['http://shop.example:22/', 'Port 22'],
    ['http://shop.example:443/', 'Port 443'],
    ['https://shop.example:80/', 'Port 80'],
    ['http://shop.example:6379/', 'Port 6379'],
    ['https://shop.example:5432/', 'Port 5432'],
    ['http:///x', ''],
    ['http://', ''],
    ['//shop.example/', ''],
    ['shop.example', ''],
    ['http://[::1', ''],
    ['http://a b/', ''],
    [`http://shop.example/${'x'.repeat(9_000)}`, 'shorter'],
  ])('%s is not a usable address', async (url, why) => {
    const failure = await failureOf(outbound.request(url));
    expect(['outbound_url_invalid', 'outbound_address_forbidden']).toContain(failure.code);
    expect(failure.message).toContain(why);
    expect(failure.message).not.toContain('secret');
  });

  test('plain HTTP is refused unless it was allowed', async () => {
    const strict = world.open({ allowHttp: false });
    expect((await failureOf(strict.request(world.at('/')))).code).toBe('outbound_url_invalid');
  });
});

describe("the operator's own list", () => {
  test('reaches exactly the listed host and port', async () => {
    const inside = await openSite('127.0.0.1', (_request, response) => response.end('inside'));
    const operator = world.open({
      allowHttp: false,
      allowPrivate: [`127.0.0.1:${inside.port}`, `minio.lan:${inside.port}`],
    });
    world.names['minio.lan'] = ['127.0.0.1'];
    expect(await (await operator.request(world.at('/', '127.0.0.1', inside.port))).text()).toBe('inside');
    expect(await (await operator.request(world.at('/', 'minio.lan', inside.port))).text()).toBe('inside');
    for (const [host, port] of [
      ['127.0.0.1', world.canary.port],
      ['localhost', inside.port],
      ['127.0.0.3', inside.port],
    ] as const) {
      expect((await failureOf(operator.request(`https://${host}:${port}/`))).code).toBe(
        'outbound_address_forbidden',
      );
    }
    await inside[Symbol.asyncDispose]();
  });

  test('is not open to a redirect from elsewhere', async () => {
    const inside = await openSite('127.0.0.1', (_request, response) => response.end('inside'));
    const operator = world.open({ allowPrivate: [`127.0.0.1:${inside.port}`] });
    world.answer = (_request, response) =>
      response.writeHead(302, { location: world.at('/', '127.0.0.1', inside.port) }).end();
    const failure = await failureOf(operator.request(world.at('/'), { redirects: 3 }));
    expect(failure.code).toBe('outbound_address_forbidden');
    expect(inside.connections()).toBe(0);
    await inside[Symbol.asyncDispose]();
  });

  test('must be host:port', () => {
    expect(() => createOutbound({ allowPrivate: ['127.0.0.1'] })).toThrow('must be host:port');
    expect(() => createOutbound({ allowPrivate: ['http://x:1/'] })).toThrow('must be host:port');
  });
});

test('outcomes are counted without naming anybody', async () => {
  const seen: string[] = [];
  const counted = world.open({
    metrics: { observe: (outcome, seconds) => void seen.push(`${outcome} ${seconds < 5}`) },
  });
  await (await counted.request(world.at('/'))).text();
  await failureOf(counted.request('http://10.0.0.1/'));
  expect(seen).toEqual(['2xx true', 'outbound_address_forbidden true']);
});
