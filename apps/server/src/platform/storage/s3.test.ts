import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { objectKey, objectPrefix, openS3Storage, type S3Settings, type Storage } from './index.ts';
import { ACCESS, BUCKET, openStandInS3, type StandInS3 } from './stand-in-s3.ts';

const workspace = randomUUID();
const key = objectKey(workspace, 'a');
let server: StandInS3;
let storage: Storage;
const opened: Storage[] = [];

beforeEach(async () => {
  server = await openStandInS3();
  storage = open();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await server[Symbol.asyncDispose]();
});

function open(settings: Partial<S3Settings> = {}): Storage {
  const endpoint = `http://127.0.0.1:${server.port}`;
  const made = openS3Storage(
    { ...ACCESS, bucket: BUCKET, pathStyle: true, endpoint, ...settings },
    { retryPauseMs: 1 },
  );
  opened.push(made);
  return made;
}

test.each([{ secretAccessKey: 'wrong' }, { accessKeyId: 'wrong' }, { region: 'elsewhere' }])(
  'with %j the store refuses and the message says so',
  async (settings) => {
    await expect(open(settings).put(key, Buffer.from('x'))).rejects.toMatchObject({
      code: 'storage_unavailable',
      message: expect.stringContaining('access key was refused') as string,
    });
  },
);

test('a bucket that does not exist is named as the trouble', async () => {
  await expect(open({ bucket: 'other' }).probe()).rejects.toMatchObject({
    message: expect.stringContaining('bucket does not exist') as string,
  });
});

test('brief troubles are waited out', async () => {
  server.troubles.push({ status: 503, code: 'SlowDown' }, null, { status: 500, code: 'InternalError' });
  await storage.put(key, Buffer.from('x'));
  expect(server.objects.size).toBe(1);
});

test('lasting troubles end in a clear failure', async () => {
  server.troubles.push(...Array.from({ length: 4 }, () => ({ status: 503, code: 'SlowDown' })));
  await expect(storage.head(key)).rejects.toMatchObject({ code: 'storage_unavailable' });
  await server[Symbol.asyncDispose]();
  await expect(storage.head(key)).rejects.toMatchObject({ code: 'storage_unavailable' });
});

test('a full store is said to be full', async () => {
  server.troubles.push({ status: 507, code: 'XMinioStorageFull' });
  await expect(storage.put(key, Buffer.from('x'))).rejects.toMatchObject({ code: 'storage_full' });
});

test('long content goes in parts of bounded size, and an upload that fails is aborted', async () => {
  const piece = Buffer.alloc(1_500_000, 'x');
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < 20; at++) yield await Promise.resolve(piece);
  };
  await storage.put(key, stream());
  expect(server.largestBody()).toBe(8_388_608);
  expect(server.objects.get(key)?.bytes.byteLength).toBe(30_000_000);
  // Begin, first part, then a refusal that is not brief.
  server.seen.length = 0;
  const refusing = async function* (): AsyncGenerator<Uint8Array> {
    yield* stream();
    server.troubles.push({ status: 400, code: 'InvalidPart' });
    yield* stream();
  };
  await expect(storage.put(key, refusing())).rejects.toMatchObject({ code: 'storage_unavailable' });
  expect(server.seen.at(-1)).toMatch(/^DELETE .*uploadId=/);
  expect(server.uploads.size).toBe(0);
  expect(server.objects.get(key)?.bytes.byteLength).toBe(30_000_000);
});

test('content changed inside the store is noticed while reading', async () => {
  await storage.put(key, Buffer.from('original'));
  const held = server.objects.get(key);
  if (held !== undefined) held.bytes = Buffer.from('tampered');
  const { body } = await storage.get(key);
  await expect(body.toArray()).rejects.toMatchObject({ code: 'storage_damaged' });
});

test('a long listing is read page by page', async () => {
  for (let at = 10; at < 20; at++)
    server.objects.set(objectKey(workspace, String(at)), {
      bytes: Buffer.from('x'),
      type: '',
      sha256: undefined,
    });
  const found: string[] = [];
  for await (const one of storage.list(objectPrefix(workspace))) found.push(one.key.slice(-2));
  expect(found).toEqual(['10', '11', '12', '13', '14', '15', '16', '17', '18', '19']);
  expect(server.seen).toHaveLength(4);
});
