import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { hostileHosts } from './hostile-addresses.ts';
import { createOutbound, isOutboundError, type Outbound } from './index.ts';
import { openCanary } from './stand-ins.ts';

const HOSTS = hostileHosts();

/** Public addresses on either side of the forbidden ranges. */
const NEIGHBOURS = `
  1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1
  157.240.1.53 169.253.255.255 172.15.255.255 172.32.0.0 192.167.255.255 198.17.255.255
  223.255.255.255 2400:cb00::1 2606:4700:4700::1111 2a03:2880:f10c::1 2001:4860:4860::8888 2001:200::1
  2003::1 3ffe::1
`;

let canary: Awaited<ReturnType<typeof openCanary>>;
let outbound: Outbound;
const asked: string[] = [];

beforeAll(async () => {
  canary = await openCanary();
  outbound = createOutbound({
    allowHttp: true,
    resolver: (name) => {
      asked.push(name);
      return Promise.resolve(['127.0.0.1']);
    },
  });
});

afterAll(async () => {
  expect(canary.connections()).toBe(0);
  await outbound.close();
  await canary[Symbol.asyncDispose]();
});

test('the table of hostile hosts is long enough to mean something', () => {
  expect(HOSTS.length).toBeGreaterThanOrEqual(300);
});

test.each(HOSTS)('%s is refused without a connection or a question to a name server', async (host) => {
  const failure = await outbound
    .request(`http://${host}:${canary.port}/`, { timeoutMs: 300 })
    .catch((error: unknown) => error);
  if (!isOutboundError(failure)) throw new Error(`${host} was not refused`);
  expect(['outbound_address_forbidden', 'outbound_url_invalid']).toContain(failure.code);
  expect(failure.bytesWritten).toBe(false);
  expect(asked).toEqual([]);
});

test.each([
  '127.0.0.1.nip.io',
  'xn--fsq.example',
  'ßhop.example',
  'shop.example',
  'shop.example.',
  '0x7f.1.nip.io',
])(
  'the public name %s that resolves inside is refused, and the message does not say where it led',
  async (host) => {
    const failure = await outbound
      .request(`http://${host}:${canary.port}/`, { timeoutMs: 300 })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'outbound_address_forbidden', bytesWritten: false });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('127.0.0.1');
    asked.length = 0;
  },
);

test.each(NEIGHBOURS.trim().split(/\s+/))(
  '%s, next to or far from what is forbidden, is allowed',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  '',
  'x',
  '1.1.1',
  '1.1.1.1 ',
  'fe80::1%eth0',
  '2606:4700::1%lo',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
])('%j is not an address that can be allowed', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
