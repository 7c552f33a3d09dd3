import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answersIn, exchange, openSocket, type RawSocket } from '../../../../test/requests/raw-socket.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import {
  clinic,
  signatureOf,
  silks,
  startReceiver,
  type Receiver,
} from '../../../../test/webhooks/receiver.ts';
import { storeDeliveries } from './deliveries.ts';

const megabyte = 1024 * 1024;

let database: TestDatabase;
let receiver: Receiver;
const open: RawSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  receiver = await startReceiver(database.db, database.clock);
});
afterAll(async () => {
  await receiver.stop();
  await database.drop();
});
beforeEach(() => database.asOwner('truncate webhook_deliveries'));
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.destroy();
  expect(receiver.reported).toEqual([]);
});

const head = (headers: Record<string, string | number>): string =>
  [
    `POST /webhooks/whatsapp/${silks} HTTP/1.1`,
    'host: x',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

const statuses = (received: string): number[] => answersIn(received).map(({ status }) => status);

const stored = async (): Promise<string[]> =>
  (await database.asOwner<{ body: Buffer }>('select body from webhook_deliveries order by delivery_id')).map(
    ({ body }) => body.toString(),
  );

/** How long a customer's webhook takes meanwhile, at worst of twenty. */
async function longestOfNeighbours(): Promise<number> {
  let longest = 0;
  for (let nth = 0; nth < 20; nth++) {
    const text = `{"neighbour":"${randomUUID()}"}`;
    const headers = { 'x-hub-signature-256': signatureOf(text, 'other secret') };
    const started = performance.now();
    expect((await receiver.deliver(clinic, text, headers)).status).toBe(200);
    longest = Math.max(longest, performance.now() - started);
  }
  return longest;
}

test('a body of 100 MB is refused by its length, without waiting for it', async () => {
  const signature = signatureOf('');
  const asked = head({ 'x-hub-signature-256': signature, 'content-length': 100 * megabyte });
  expect(statuses(await exchange(receiver.url, asked))).toEqual([413]);
  expect(await stored()).toEqual([]);
});

test('bodies without an end are cut off, hold little memory meanwhile, and nobody beside them waits', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = before;
  const asked = head({ 'x-hub-signature-256': signatureOf(''), 'transfer-encoding': 'chunked' });
  const part = Buffer.from(`10000\r\n${'a'.repeat(65_536)}\r\n`);
  const senders = Array.from({ length: 24 }, async () => {
    const raw = openSocket(receiver.url);
    open.push(raw);
    raw.socket.write(asked);
    while (!raw.socket.destroyed && raw.socket.bytesWritten < 100 * megabyte) {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      if (!raw.socket.write(part)) {
        await new Promise<void>((resolve) => {
          for (const event of ['drain', 'close']) raw.socket.once(event, () => resolve());
        });
      }
    }
    return raw.socket.bytesWritten;
  });
  expect(await longestOfNeighbours()).toBeLessThan(2_000);
  const sent = await Promise.all(senders);
  expect(Math.max(...sent)).toBeLessThan(20 * megabyte);
  // Of each at most what may be stored, and once more while it is put together.
  expect(most - before).toBeLessThan(24 * 2 * 4 * megabyte);
  expect((await stored()).filter((body) => !body.includes('neighbour'))).toEqual([]);
});

test('a body that is written as compressed is refused with any signature, of the small bytes or the large', async () => {
  const large = Buffer.alloc(20 * megabyte);
  const small = gzipSync(large);
  for (const signature of [signatureOf(small), signatureOf(large)]) {
    const headers = { 'content-encoding': 'gzip', 'x-hub-signature-256': signature };
    expect((await receiver.deliver(silks, small, headers)).status).toBe(415);
  }
  expect(await stored()).toEqual([]);
});

test('whoever sends a byte now and then holds up nobody', async () => {
  const text = '{"slow":true}';
  const asked = head({ 'x-hub-signature-256': signatureOf(text), 'content-length': text.length });
  for (let nth = 0; nth < 200; nth++) {
    const raw = openSocket(receiver.url);
    open.push(raw);
    // Half of them never get through their headers.
    raw.socket.write(nth % 2 === 0 ? asked.slice(0, 40) : `${asked}${text.slice(0, 3)}`);
  }
  const drip = setInterval(() => open.forEach(({ socket }) => socket.writable && socket.write('x')), 200);
  try {
    expect(await longestOfNeighbours()).toBeLessThan(2_000);
  } finally {
    clearInterval(drip);
  }
  expect((await stored()).filter((body) => !body.includes('neighbour'))).toEqual([]);
});

test('a length that is not the body’s length lets nothing in that was not signed', async () => {
  const text = '{"a":1}';
  const signed = { 'x-hub-signature-256': signatureOf(text), connection: 'close' };
  // Shorter: the signature is not of what was announced, and what follows is no request.
  const shorter = await exchange(receiver.url, `${head({ ...signed, 'content-length': 3 })}${text}`);
  expect([400, 403]).toContain(statuses(shorter)[0]);
  const twice = head({ ...signed, 'content-length': text.length, 'transfer-encoding': 'chunked' });
  expect(statuses(await exchange(receiver.url, `${twice}${text}`))).toEqual([400]);
  for (const length of ['-1', '7, 8', '0x7', '7a', '99999999999999999999'])
    expect([400, 413]).toContain(
      statuses(await exchange(receiver.url, `${head({ ...signed, 'content-length': length })}${text}`))[0],
    );
  expect(await stored()).toEqual([]);
  // The right one, for comparison.
  expect(
    statuses(await exchange(receiver.url, `${head({ ...signed, 'content-length': text.length })}${text}`)),
  ).toEqual([200]);
  expect(await stored()).toEqual([text]);
});

test('bodies of several workspaces that are stored together stay apart', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const bodyOf = (text: string, workspaceId: string) => ({
    workspaceId,
    appId: randomUUID(),
    body: Buffer.from(text),
  });
  const given = [
    bodyOf('same', one),
    bodyOf('same', other),
    bodyOf('of one', one),
    bodyOf('of other', other),
  ];
  expect(await storeDeliveries(database.db, given, database.clock.now())).toBe(4);
  const rows = await database.asOwner<{ workspace_id: string; app_id: string; body: Buffer }>(
    'select workspace_id, app_id, body from webhook_deliveries',
  );
  const written = (rows: { workspaceId: string; appId: string; body: Buffer }[]): string[] =>
    rows.map(({ workspaceId, appId, body }) => `${workspaceId} ${appId} ${body.toString()}`).sort();
  expect(
    written(rows.map((row) => ({ workspaceId: row.workspace_id, appId: row.app_id, body: row.body }))),
  ).toEqual(written(given));
});
