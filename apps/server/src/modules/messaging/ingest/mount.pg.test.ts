import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSocket } from '../../../../test/requests/raw-socket.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import {
  clinic,
  countOf,
  signatureOf,
  silks,
  startReceiver,
  type Receiver,
} from '../../../../test/webhooks/receiver.ts';

let database: TestDatabase;
let receiver: Receiver;

beforeAll(async () => {
  database = await createTestDatabase();
  receiver = await startReceiver(database.db, database.clock);
});
afterAll(async () => {
  await receiver.stop();
  await database.drop();
});
beforeEach(() => database.asOwner('truncate webhook_deliveries'));

interface Row {
  workspace_id: string;
  app_id: string;
  body: Buffer;
  size: number;
  state: string;
  attempts: number;
  received_at: Date;
  delivery_id: string;
}

const stored = (): Promise<Row[]> =>
  database.asOwner<Row>('select * from webhook_deliveries order by delivery_id');

const body = '{"object":"whatsapp_business_account","entry":[]}';
const half = 3 * 512 * 1024;

test('what Meta signed is stored byte for byte, in the door’s workspace, before it is answered', async () => {
  const answer = await receiver.deliver(silks, body);
  expect(answer).toEqual({ status: 200, body: '' });
  const door = receiver.doors.get(silks)!;
  expect(await stored()).toMatchObject([
    {
      workspace_id: door.workspaceId,
      app_id: door.appId,
      body: Buffer.from(body),
      size: body.length,
      state: 'pending',
      attempts: 0,
      received_at: database.clock.now(),
      delivery_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    },
  ]);
});

describe('the signature', () => {
  const right = signatureOf(body);

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another secret', signatureOf(body, 'other secret')],
    ['of no secret', signatureOf(body, '')],
    ['of other bytes', signatureOf(`${body} `)],
    ['cut short', right.slice(0, -1)],
    ['longer than it should be', `${right}0`],
    ['without its algorithm', right.slice('sha256='.length)],
    ['of another algorithm', right.replace('sha256', 'sha1')],
    ['given twice', `${right}, ${right}`],
  ])('%s is refused, and leaves a count only', async (_, signature) => {
    const before = await countOf(receiver, 'signature_refused');
    const headers: Record<string, string> =
      signature === undefined ? {} : { 'x-hub-signature-256': signature };
    const answer = await receiver.deliver(silks, body, headers);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'signature_refused' });
    expect(await stored()).toEqual([]);
    expect(await countOf(receiver, 'signature_refused')).toBe(before + 1);
    expect(receiver.reported).toEqual([]);
  });

  test('counts in upper-case digits too', async () => {
    const signature = right.toUpperCase().replace('SHA', 'sha');
    expect((await receiver.deliver(silks, body, { 'x-hub-signature-256': signature })).status).toBe(200);
    expect(await stored()).toHaveLength(1);
  });

  test('may be by the old secret and by the next one while the secret changes, and by no third', async () => {
    const door = receiver.doors.get(silks)!;
    receiver.doors.set(silks, { ...door, secrets: ['secret', 'next secret'] });
    database.clock.advance(6_000);
    const by = async (secret: string): Promise<number> => {
      const text = `{"by":"${secret}"}`;
      return (await receiver.deliver(silks, text, { 'x-hub-signature-256': signatureOf(text, secret) }))
        .status;
    };
    expect([await by('secret'), await by('next secret'), await by('third')]).toEqual([200, 200, 403]);
    receiver.doors.set(silks, { ...door, secrets: [] });
    database.clock.advance(6_000);
    expect([await by('secret'), await by('')]).toEqual([403, 403]);
    receiver.doors.set(silks, door);
    database.clock.advance(6_000);
  });
});

describe('a door', () => {
  test('that does not exist is not found, whatever is signed', async () => {
    for (const name of [
      'no-door-that-exists',
      '..',
      'x',
      '%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00',
    ]) {
      const { status } = await receiver.deliver(name, body);
      expect([400, 404]).toContain(status);
    }
    expect(await stored()).toEqual([]);
  });

  test('takes only what its own app has signed, and each workspace gets its own', async () => {
    expect((await receiver.deliver(clinic, body)).status).toBe(403);
    const signed = { 'x-hub-signature-256': signatureOf(body, 'other secret') };
    const both = await Promise.all([receiver.deliver(clinic, body, signed), receiver.deliver(silks, body)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const rows = await stored();
    expect(rows.map((row) => row.workspace_id).sort()).toEqual(
      [clinic, silks].map((name) => receiver.doors.get(name)!.workspaceId).sort(),
    );
    const { workspaceId } = receiver.doors.get(silks)!;
    const scope = { workspaceId, actor: { kind: 'system', id: 'test' } } as const;
    // Requests read no deliveries at all, not even of their own workspace.
    await expect(
      database.db.inWorkspace(scope, (tx) => tx.sql('select body from webhook_deliveries')),
    ).rejects.toThrow('permission denied');
  });
});

describe('a body', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);

  test.each<[string, Buffer]>([
    ['of no bytes', Buffer.alloc(0)],
    ['of 3 MB', Buffer.alloc(2 * half, 'ab')],
    ['that is no JSON', Buffer.from('{"object":')],
    ['that is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0xc0, 0x80, 0x7d])],
    ['100,000 levels deep', Buffer.from(deep)],
    ['with a prototype in it', Buffer.from('{"__proto__":{"admin":true}}')],
  ])('%s is kept as it is, since it was signed', async (_, bytes) => {
    expect((await receiver.deliver(silks, bytes)).status).toBe(200);
    const [row] = await stored();
    expect(row!.body.equals(bytes)).toBe(true);
    expect(row!.size).toBe(bytes.length);
  });

  test('of any type, and of none, is kept', async () => {
    for (const [nth, type] of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/x'].entries()) {
      const text = `{"nth":${nth}}`;
      const headers = { 'content-type': type, 'x-hub-signature-256': signatureOf(text) };
      expect((await receiver.deliver(silks, text, headers)).status).toBe(200);
    }
    const answer = await fetch(`${receiver.url}/webhooks/whatsapp/${silks}`, {
      method: 'POST',
      body: Buffer.from('{}'),
      headers: { 'x-hub-signature-256': signatureOf('{}') },
    });
    expect(answer.status).toBe(200);
    expect(await stored()).toHaveLength(4);
  });

  test('of 3 MB and a byte is refused before it is read, and without its length as soon as it is too long', async () => {
    const bytes = Buffer.alloc(2 * half + 1, 'a');
    const answer = await receiver.deliver(silks, bytes).catch(() => ({ status: 413, body: '' }));
    expect(answer.status).toBe(413);
    const socket = await sendEndlessly(silks, 100 * 1024 * 1024);
    expect(socket.answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(socket.sent).toBeLessThan(20 * 1024 * 1024);
    expect(await stored()).toEqual([]);
    expect(await countOf(receiver, 'too_large')).toBeGreaterThanOrEqual(2);
  });

  test('of a stranger is cut off without being read', async () => {
    const { answer, sent } = await sendEndlessly('no-door-that-exists', 100 * 1024 * 1024);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  test('that is compressed is refused, however small it is', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const headers = { 'content-encoding': 'gzip', 'x-hub-signature-256': signatureOf(bomb) };
    expect((await receiver.deliver(silks, bomb, headers)).status).toBe(415);
    expect(await stored()).toEqual([]);
  });

  test('that ends early is not stored', async () => {
    const { socket, received } = openSocket(receiver.url);
    socket.write(
      `POST /webhooks/whatsapp/${silks} HTTP/1.1\r\nhost: x\r\nx-hub-signature-256: ${signatureOf('{}')}\r\ncontent-length: 200\r\n\r\n{}`,
    );
    socket.end();
    await received();
    expect(await stored()).toEqual([]);
    expect(receiver.reported).toEqual([]);
  });
});

describe('the same body again', () => {
  test('is stored once a day, whether it comes later or at the same moment', async () => {
    const before = await countOf(receiver, 'repeated');
    const answers = await Promise.all(Array.from({ length: 30 }, () => receiver.deliver(silks, body)));
    answers.push(await receiver.deliver(silks, body));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await stored()).toHaveLength(1);
    expect(await countOf(receiver, 'repeated')).toBe(before + 30);
    database.clock.advance(86_400_000);
    await receiver.deliver(silks, body);
    expect(await stored()).toHaveLength(2);
  });

  test('is not answered before the first is committed, and is stored when the first is rolled back', async () => {
    const { workspaceId, appId } = receiver.doors.get(silks)!;
    const answered: number[] = [];
    let second: Promise<unknown> = Promise.resolve();
    const first = database.db.acrossWorkspaces('ingest', async (tx) => {
      await tx.sql(
        `insert into webhook_deliveries
           (workspace_id, received_on, body_hash, delivery_id, app_id, received_at, body, size)
         values ($1, ($2::timestamptz at time zone 'UTC')::date, sha256($3::bytea), gen_random_uuid(), $4, $2, $3, 1)`,
        [workspaceId, tx.now, Buffer.from(body), appId],
      );
      second = receiver.deliver(silks, body).then(({ status }) => answered.push(status));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(answered).toEqual([]);
      throw new Error('the first never commits');
    });
    await expect(first).rejects.toThrow('never commits');
    await second;
    expect(answered).toEqual([200]);
    expect((await stored()).map((row) => row.size)).toEqual([body.length]);
  });
});

/** Sends a body without an end until the connection is cut. */
async function sendEndlessly(door: string, most: number): Promise<{ answer: string; sent: number }> {
  const { socket, received } = openSocket(receiver.url);
  socket.write(
    `POST /webhooks/whatsapp/${door} HTTP/1.1\r\nhost: x\r\nx-hub-signature-256: ${signatureOf('')}\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const part = Buffer.from(`10000\r\n${'a'.repeat(65_536)}\r\n`);
  const answer = received(5_000);
  while (!socket.destroyed && socket.bytesWritten < most) {
    if (!socket.write(part)) {
      await Promise.race([
        new Promise((resolve) => socket.once('drain', resolve)),
        new Promise((resolve) => socket.once('close', resolve)),
      ]);
    }
  }
  return { answer: await answer, sent: socket.bytesWritten };
}
