import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  objectKey,
  objectPrefix,
  openDiskStorage,
  openS3Storage,
  type Storage,
  StorageError,
} from './index.ts';
import { ACCESS, BUCKET, openStandInS3 } from './stand-in-s3.ts';

type Opened = { storage: Storage; close(): Promise<void> };

async function openDisk(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'trikon-storage-'));
  return { storage: await openDiskStorage(folder), close: () => rm(folder, { recursive: true }) };
}

async function openS3(pathStyle: boolean): Promise<Opened> {
  const server = await openStandInS3();
  const settings = {
    ...ACCESS,
    bucket: BUCKET,
    pathStyle,
    endpoint: `http://s3.stand-in.lan:${server.port}`,
  };
  const storage = openS3Storage(settings, { resolver: () => Promise.resolve(['127.0.0.1']) });
  return {
    storage,
    async close() {
      await storage.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

const KINDS: [string, () => Promise<Opened>][] = [
  ['disk', openDisk],
  ['S3, bucket in the path', () => openS3(true)],
  ['S3, bucket in the host', () => openS3(false)],
];

const workspace = randomUUID();
const key = (...parts: string[]): ReturnType<typeof objectKey> => objectKey(workspace, ...parts);
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(KINDS)('%s', (_kind, open) => {
  let opened: Opened;
  let storage: Storage;

  beforeEach(async () => {
    opened = await open();
    ({ storage } = opened);
  });

  afterEach(() => opened.close());

  async function text(...parts: string[]): Promise<string> {
    const { body } = await storage.get(key(...parts));
    return Buffer.concat((await body.toArray()) as Buffer[]).toString();
  }

  async function listed(...args: Parameters<Storage['list']>): Promise<string[]> {
    const found: string[] = [];
    for await (const { key: one } of storage.list(...args)) found.push(one.slice(workspace.length + 1));
    return found;
  }

  test('what was put is got, with its type, size and digest', async () => {
    const bytes = randomBytes(100_000);
    const put = await storage.put(key('media', 'a.jpg'), bytes, { contentType: 'image/jpeg' });
    expect(put).toEqual({ size: 100_000, contentType: 'image/jpeg', sha256: digest(bytes) });
    const { body, ...stored } = await storage.get(key('media', 'a.jpg'));
    expect(stored).toEqual(put);
    expect(digest(Buffer.concat((await body.toArray()) as Buffer[]))).toBe(digest(bytes));
    expect(await storage.head(key('media', 'a.jpg'))).toEqual(put);
  });

  test('an empty object is an object', async () => {
    await storage.put(key('empty'), new Uint8Array());
    expect(await text('empty')).toBe('');
    expect(await storage.head(key('empty'))).toMatchObject({
      size: 0,
      contentType: 'application/octet-stream',
    });
    await expect(storage.get(key('empty'), { start: 0 })).rejects.toMatchObject({
      code: 'storage_range_invalid',
    });
  });

  test('a second put replaces the first', async () => {
    await storage.put(key('a'), Buffer.from('first, and longer'), { contentType: 'text/plain' });
    await storage.put(key('a'), Buffer.from('second'), { contentType: 'text/html' });
    expect(await text('a')).toBe('second');
    expect((await storage.head(key('a')))?.contentType).toBe('text/html');
  });

  test('what is not there is null, an error or nothing to delete', async () => {
    expect(await storage.head(key('nothing'))).toBeNull();
    await expect(storage.get(key('nothing'))).rejects.toBeInstanceOf(StorageError);
    await expect(storage.get(key('nothing'))).rejects.toMatchObject({ code: 'storage_not_found' });
    await expect(storage.get(key('nothing'), { start: 0 })).rejects.toMatchObject({
      code: 'storage_not_found',
    });
    await storage.delete(key('nothing'));
    expect(await listed(objectPrefix(workspace))).toEqual([]);
  });

  test('deleted objects are gone, deleting again is no error', async () => {
    await storage.put(key('a', 'b'), Buffer.from('x'));
    await storage.delete(key('a', 'b'));
    await storage.delete(key('a', 'b'));
    expect(await storage.head(key('a', 'b'))).toBeNull();
  });

  test.each([
    [{ start: 0, end: 3 }, '0123'],
    [{ start: 7 }, '789'],
    [{ start: 9, end: 9 }, '9'],
    [{ start: 4, end: 500 }, '456789'],
  ])('the range %j is answered with %s', async (range, expected) => {
    await storage.put(key('digits'), Buffer.from('0123456789'), { contentType: 'text/plain' });
    const { body, size, contentType } = await storage.get(key('digits'), range);
    expect(Buffer.concat((await body.toArray()) as Buffer[]).toString()).toBe(expected);
    expect([size, contentType]).toEqual([10, 'text/plain']);
  });

  test.each([{ start: 10 }, { start: -1 }, { start: 5, end: 2 }, { start: 0.5 }, { start: Number.NaN }])(
    'the range %j is refused',
    async (range) => {
      await storage.put(key('digits'), Buffer.from('0123456789'));
      await expect(storage.get(key('digits'), range)).rejects.toMatchObject({
        code: 'storage_range_invalid',
      });
    },
  );

  test('a long stream is stored in full without being held in full', async () => {
    const piece = randomBytes(1_000_003);
    const hash = createHash('sha256');
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < 40; at++) {
        hash.update(piece);
        yield await Promise.resolve(piece);
      }
    };
    const put = await storage.put(key('long'), stream(), { contentType: 'video/mp4' });
    expect(put).toEqual({ size: 40_000_120, contentType: 'video/mp4', sha256: hash.digest('hex') });
    expect(await storage.head(key('long'))).toMatchObject({ size: 40_000_120, contentType: 'video/mp4' });
    const { body } = await storage.get(key('long'), { start: 39_000_117 });
    expect(digest(Buffer.concat((await body.toArray()) as Buffer[]))).toBe(digest(piece));
  });

  test.each([8_388_607, 8_388_608, 8_388_609, 16_777_216])(
    '%i bytes, at the edge of a part, come back',
    async (size) => {
      const bytes = Buffer.alloc(size, 'x');
      await storage.put(key('edge'), Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]));
      const { body } = await storage.get(key('edge'));
      expect(digest(Buffer.concat((await body.toArray()) as Buffer[]))).toBe(digest(bytes));
    },
  );

  test.each([10, 20_000_000])(
    'a stream that breaks after %i bytes leaves what was there before',
    async (size) => {
      await storage.put(key('a'), Buffer.from('before'));
      const breaking = async function* (): AsyncGenerator<Uint8Array> {
        yield await Promise.resolve(Buffer.alloc(size));
        throw new Error('the sender hung up');
      };
      await expect(storage.put(key('a'), breaking())).rejects.toThrow('the sender hung up');
      expect(await text('a')).toBe('before');
      expect(await listed(objectPrefix(workspace))).toEqual(['a']);
    },
  );

  test('more than the limit is refused and not stored', async () => {
    const long = Readable.from([Buffer.alloc(60), Buffer.alloc(60)]);
    await expect(storage.put(key('a'), long, { maxBytes: 100 })).rejects.toMatchObject({
      code: 'storage_too_large',
    });
    expect(long.destroyed).toBe(true);
    expect(await storage.head(key('a'))).toBeNull();
    await storage.put(key('a'), Buffer.alloc(100), { maxBytes: 100 });
  });

  test('objects are listed in the order of their keys, from any place, below a prefix only', async () => {
    const names = ['a', 'a-b', 'a.b', 'a/b', 'a/b-c', 'a/b/c', 'a/c', 'ab', 'b/x/y', 'b/x0', 'z'];
    await Promise.all(names.map((name) => storage.put(key(...name.split('/')), Buffer.from(name))));
    await storage.put(objectKey(randomUUID(), 'a'), Buffer.from('of another workspace'));
    const ordered = [...names].sort();
    expect(await listed(objectPrefix(workspace))).toEqual(ordered);
    expect(await listed(objectPrefix(workspace, 'a'))).toEqual(['a/b', 'a/b-c', 'a/b/c', 'a/c']);
    for (const name of names) {
      const rest = ordered.slice(ordered.indexOf(name) + 1);
      expect(await listed(objectPrefix(workspace), key(...name.split('/'))), name).toEqual(rest);
    }
    const sizes: number[] = [];
    for await (const { size } of storage.list(objectPrefix(workspace, 'a'))) sizes.push(size);
    expect(sizes).toEqual([3, 5, 5, 3]);
  });

  test('many writers of one key leave one whole object, and readers never see a part', async () => {
    const contents = Array.from({ length: 8 }, (_, at) => Buffer.alloc(200_000, String(at)));
    await storage.put(key('hot'), Buffer.alloc(200_000, 'x'));
    const reads = Array.from({ length: 20 }, async () => {
      const seen = await text('hot');
      expect(seen).toBe((seen[0] ?? '').repeat(200_000));
    });
    await Promise.all([...contents.map((bytes) => storage.put(key('hot'), bytes)), ...reads]);
    await Promise.all(
      Array.from({ length: 10 }, (_, at) => [
        storage.put(key('d', 'e'), Buffer.from(String(at))),
        storage.delete(key('d', 'e')),
      ]).flat(),
    );
  });

  test('a type that could break a header is not kept', async () => {
    const put = await storage.put(key('a'), Buffer.from('x'), { contentType: 'text/html\r\nx: y' });
    expect(put.contentType).toBe('application/octet-stream');
    const charset = await storage.put(key('a'), Buffer.from('x'), { contentType: 'text/csv; charset=utf-8' });
    expect((await storage.head(key('a')))?.contentType).toBe(charset.contentType);
  });

  test('the probe leaves nothing behind', async () => {
    await storage.probe();
    expect(await listed(objectPrefix('00000000-0000-0000-0000-000000000000'))).toEqual([]);
  });
});

test.each([
  [['..']],
  [['a', '..', 'b']],
  [['.hidden']],
  [['']],
  [['a/b']],
  [['a\\b']],
  [['A']],
  [['ä']],
  [['a b']],
  [['a\u0000']],
  [['a~']],
  [['%2e%2e']],
  [['x'.repeat(101)]],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']],
  [[]],
])('a key of %j is refused', (parts) => {
  expect(() => objectKey(workspace, ...parts)).toThrow(
    expect.objectContaining({ code: 'storage_key_invalid' }) as Error,
  );
});

test.each(['', '..', 'a', '../../etc', workspace.toUpperCase(), `${workspace}/..`])(
  '%j is not a workspace',
  (id) => {
    expect(() => objectKey(id, 'a')).toThrow(
      expect.objectContaining({ code: 'storage_key_invalid' }) as Error,
    );
    expect(() => objectPrefix(id)).toThrow(expect.objectContaining({ code: 'storage_key_invalid' }) as Error);
  },
);
