import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  chunksOf,
  type Content,
  meter,
  resolveRange,
  safeContentType,
  type StoredObject,
  verify,
} from './content.ts';
import { footer, openObject } from './disk-file.ts';
import type { PutOptions, Storage } from './storage.ts';
import { type ObjectKey, objectKey, type ObjectPrefix } from './object-key.ts';
import { StorageError } from './storage-error.ts';

/** Ends the name of an object's file. No key can contain it, so `a` and `a/b` live side by side. */
const OBJECT_MARK = '~';
const ABANDONED_AFTER_MS = 3_600_000;

/** Objects as files below one folder. Several processes of one machine may share it. */
export async function openDiskStorage(root: string): Promise<Storage> {
  const unfinished = join(root, 'unfinished');
  await attempt(() => mkdir(unfinished, { recursive: true }));
  await attempt(() => removeAbandoned(unfinished));
  const pathOf = (key: ObjectKey): string => join(root, 'objects', `${key}${OBJECT_MARK}`);

  async function put(
    key: ObjectKey,
    content: Content,
    options: PutOptions = {},
  ): Promise<Required<StoredObject>> {
    const draft = join(unfinished, randomUUID());
    try {
      const stored = await attempt(() => writeDraft(draft, content, options));
      await attempt(() => publish(draft, pathOf(key)));
      return stored;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  const storage: Storage = {
    put,
    get: (key, range) => attempt(() => read(pathOf(key), range)),
    async head(key) {
      try {
        const { file, stored } = await attempt(() => openObject(pathOf(key)));
        await file.close();
        return stored;
      } catch (error) {
        if (error instanceof StorageError && error.code === 'storage_not_found') return null;
        throw error;
      }
    },
    delete: (key) => attempt(() => remove(pathOf(key), join(root, 'objects'))),
    list: (prefix, after) => list(join(root, 'objects'), prefix, after),
    async probe() {
      const key = objectKey('00000000-0000-0000-0000-000000000000', 'probe', randomUUID());
      await put(key, Buffer.from('probe'));
      await storage.delete(key);
    },
    close: () => Promise.resolve(),
  };
  return storage;
}

async function writeDraft(
  path: string,
  content: Content,
  options: PutOptions,
): Promise<Required<StoredObject>> {
  const metered = meter(options.maxBytes);
  await using file = await open(path, 'wx', 0o600);
  for await (const chunk of chunksOf(content)) {
    metered.count(chunk);
    await file.writeFile(chunk);
  }
  const stored = {
    size: metered.size(),
    contentType: safeContentType(options.contentType),
    sha256: metered.sha256(),
  };
  await file.writeFile(footer(stored));
  await file.sync();
  return stored;
}

// The folder is synced too: without it a crash may forget the name of a file whose bytes are safe.
async function publish(draft: string, path: string, attemptsLeft = 3): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await rename(draft, path);
  } catch (error) {
    // A deletion may have removed the empty folder between the two.
    if (codeOf(error) === 'ENOENT' && attemptsLeft > 0) return publish(draft, path, attemptsLeft - 1);
    throw error;
  }
  await using folder = await open(dirname(path), 'r');
  await folder.sync();
}

async function read(path: string, range: Parameters<Storage['get']>[1]): ReturnType<Storage['get']> {
  const { file, stored } = await openObject(path);
  try {
    if (range !== undefined) {
      return { ...stored, body: file.createReadStream({ ...resolveRange(range, stored.size) }) };
    }
    if (stored.size === 0) {
      await file.close();
      return { ...stored, body: Readable.from([]) };
    }
    const content = file.createReadStream({ start: 0, end: stored.size - 1 });
    const body = content.pipe(verify(stored.sha256));
    content.on('error', (error) => body.destroy(toStorageError(error) as Error));
    body.on('close', () => content.destroy());
    return { ...stored, body };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function remove(path: string, stopAt: string): Promise<void> {
  try {
    await unlink(path);
    for (let folder = dirname(path); folder !== stopAt; folder = dirname(folder)) await rmdir(folder);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw error;
  }
}

async function* list(
  objects: string,
  prefix: ObjectPrefix,
  after = '',
): AsyncGenerator<{ key: ObjectKey; size: number }> {
  const folder = prefix.slice(0, -1);
  for (const entry of await entriesOf(join(objects, folder))) {
    const key = `${folder}/${entry.name}`;
    if (entry.folder) {
      const below = `${key}/` as ObjectPrefix;
      // Everything below sorts before the cursor, so the folder need not be opened.
      if (below < after && !after.startsWith(below)) continue;
      yield* list(objects, below, after);
    } else if (key > after) {
      const size = await sizeOf(join(objects, `${key}${OBJECT_MARK}`));
      if (size !== null) yield { key: key as ObjectKey, size };
    }
  }
}

/** Sorted as S3 sorts: by whole keys, in which a folder's name is followed by a slash. */
async function entriesOf(path: string): Promise<{ name: string; folder: boolean }[]> {
  const entries = await attempt(() => readdir(path, { withFileTypes: true })).catch((error: unknown) => {
    if (error instanceof StorageError && error.code === 'storage_not_found') return [];
    throw error;
  });
  const ours = entries.filter((entry) => entry.isDirectory() || entry.name.endsWith(OBJECT_MARK));
  const sortable = ours.map((entry) => {
    const folder = entry.isDirectory();
    const name = folder ? entry.name : entry.name.slice(0, -OBJECT_MARK.length);
    return { name, folder, order: folder ? `${name}/` : name };
  });
  return sortable.sort((a, b) => (a.order < b.order ? -1 : 1));
}

// Null when it was deleted since the folder was read.
async function sizeOf(path: string): Promise<number | null> {
  try {
    const { file, stored } = await openObject(path);
    await file.close();
    return stored.size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw toStorageError(error);
  }
}

// Drafts of a program that was killed while writing.
async function removeAbandoned(unfinished: string): Promise<void> {
  const limit = Date.now() - ABANDONED_AFTER_MS;
  for await (const entry of await opendir(unfinished)) {
    const path = join(unfinished, entry.name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < limit) await rm(path, { force: true });
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStorageError(error);
  }
}

/** Only errors of the file system are translated; those of the stream being stored belong to whoever made it. */
export function toStorageError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new StorageError('storage_not_found', { cause: error });
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new StorageError('storage_full', { cause: error });
  if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EISDIR', 'EEXIST', 'ELOOP'].includes(code)) {
    return new StorageError('storage_unavailable', {
      say: `The data folder answered ${code}.`,
      cause: error,
    });
  }
  return error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
