import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toStorageError } from './disk.ts';
import { objectKey, objectPrefix, openDiskStorage, type Storage } from './index.ts';

const workspace = randomUUID();
const key = objectKey(workspace, 'media', 'a');
let folder: string;
let storage: Storage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trikon-disk-'));
  storage = await openDiskStorage(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const fileOf = (): string => join(folder, 'objects', workspace, 'media', 'a~');

test('a flipped byte is an error before the end of the content, not another content', async () => {
  await storage.put(key, Buffer.alloc(300_000, 'x'));
  const bytes = await readFile(fileOf());
  bytes[150_000] = 0x79;
  await writeFile(fileOf(), bytes);
  const { body } = await storage.get(key);
  await expect(body.toArray()).rejects.toMatchObject({ code: 'storage_damaged' });
});

test('a file that was cut, extended or made by somebody else is damaged', async () => {
  await storage.put(key, Buffer.alloc(10_000, 'x'));
  await appendFile(fileOf(), 'more');
  await expect(storage.get(key)).rejects.toMatchObject({ code: 'storage_damaged' });
  for (const length of [10_200, 300, 0]) {
    await truncate(fileOf(), length);
    await expect(storage.get(key)).rejects.toMatchObject({ code: 'storage_damaged' });
    await expect(storage.head(key)).rejects.toMatchObject({ code: 'storage_damaged' });
  }
  await storage.put(key, Buffer.from('healed'));
  expect((await storage.head(key))?.size).toBe(6);
});

test('drafts of a killed program are removed at the next start, those of a running one are not', async () => {
  const unfinished = join(folder, 'unfinished');
  await writeFile(join(unfinished, 'old'), 'x');
  await utimes(join(unfinished, 'old'), new Date(0), new Date(0));
  await writeFile(join(unfinished, 'new'), 'x');
  await openDiskStorage(folder);
  expect(await readdir(unfinished)).toEqual(['new']);
});

test('a failed put leaves no draft, and files of others are not listed', async () => {
  await expect(storage.put(key, Buffer.alloc(10), { maxBytes: 5 })).rejects.toMatchObject({
    code: 'storage_too_large',
  });
  expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
  await storage.put(key, Buffer.from('x'));
  await writeFile(join(folder, 'objects', workspace, '.DS_Store'), 'x');
  const found: unknown[] = [];
  for await (const one of storage.list(objectPrefix(workspace))) found.push(one);
  expect(found).toEqual([{ key, size: 1 }]);
});

test('deleting the last object of a workspace leaves no empty folders', async () => {
  await storage.put(key, Buffer.from('x'));
  await storage.delete(key);
  expect(await readdir(join(folder, 'objects'))).toEqual([]);
});

test('objects are readable by their owner alone', async () => {
  await storage.put(key, Buffer.from('x'));
  const { mode } = await stat(fileOf());
  expect(mode & 0o077).toBe(0);
});

test.each([
  ['ENOSPC', 'storage_full'],
  ['EDQUOT', 'storage_full'],
  ['EROFS', 'storage_unavailable'],
  ['EACCES', 'storage_unavailable'],
  ['ENOENT', 'storage_not_found'],
])('%s of the file system is %s', (code, expected) => {
  expect(toStorageError(Object.assign(new Error('x'), { code }))).toMatchObject({ code: expected });
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is a clear failure', async () => {
  await chmod(join(folder, 'unfinished'), 0o500);
  await expect(storage.probe()).rejects.toMatchObject({ code: 'storage_unavailable' });
  await chmod(join(folder, 'unfinished'), 0o700);
});

test('a full disk is a clear failure, keeps what was stored and works again when there is space', async (context) => {
  const disk = join(folder, 'small');
  await mkdir(disk);
  context.skip(!mountSmallDisk(disk), 'mounting a small disk needs root');
  try {
    const small = await openDiskStorage(disk);
    await small.put(key, Buffer.alloc(400_000));
    await expect(small.put(key, Buffer.alloc(2_000_000))).rejects.toMatchObject({ code: 'storage_full' });
    expect((await small.head(key))?.size).toBe(400_000);
    await small.put(objectKey(workspace, 'b'), Buffer.alloc(400_000));
  } finally {
    execFileSync('umount', [disk]);
  }
});

function mountSmallDisk(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
