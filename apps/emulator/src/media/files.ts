import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Collection } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import { sniff, type Traits } from './sniff.ts';

/** A file that lies on the disk, named after its content. */
export interface StoredFile {
  id: string;
  /** Hexadecimal. */
  sha256: string;
  mime: string;
  size: number;
  name?: string;
  traits: Traits;
}

interface Arriving {
  /** The parts one after the other, so that a large file is never whole in memory. */
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  mime: string;
  name?: string;
  largest?: number;
}

/** More came than is allowed. */
export class TooLarge extends Error {
  readonly largest: number;

  constructor(largest: number) {
    super(`The file has more than ${largest} bytes.`);
    this.largest = largest;
  }
}

const headSize = 64 * 1024;

/**
 * The files of the world. Equal contents lie on the disk once. None is removed when its media expire: a snapshot that
 * was taken before still names it, and may be taken up again.
 */
export class Files {
  readonly known: Collection<StoredFile>;
  readonly #world: World;
  readonly #folder: string;
  #arriving = 0;

  constructor(world: World) {
    this.#world = world;
    this.#folder = path.join(world.folder, 'media');
    this.known = world.collection<StoredFile>('files');
    mkdirSync(this.#folder, { recursive: true });
  }

  pathOf({ sha256 }: StoredFile): string {
    return path.join(this.#folder, sha256);
  }

  /** Where something may lie until it is a whole file. */
  unfinished(name: string): string {
    return path.join(this.#folder, `unfinished-${name}`);
  }

  async keep({ parts, mime, name, largest = Infinity }: Arriving): Promise<StoredFile> {
    const place = this.unfinished(`${process.pid}-${++this.#arriving}`);
    const handle = await open(place, 'w');
    try {
      const { sha256, size, head } = await writeAll(handle, parts, largest);
      await handle.close();
      await rename(place, path.join(this.#folder, sha256));
      const traits = sniff(head);
      return this.known.put({
        id: this.#world.ids.next(),
        sha256,
        mime,
        size,
        ...(name && { name }),
        traits,
      });
    } catch (error) {
      await handle.close();
      await rm(place, { force: true });
      throw error;
    }
  }
}

async function writeAll(handle: FileHandle, parts: Arriving['parts'], largest: number) {
  const hash = createHash('sha256');
  let size = 0;
  let head = Buffer.alloc(0);
  for await (const part of parts) {
    size += part.length;
    if (size > largest) throw new TooLarge(largest);
    if (head.length < headSize) head = Buffer.concat([head, part.subarray(0, headSize - head.length)]);
    hash.update(part);
    await handle.appendFile(part);
  }
  return { sha256: hash.digest('hex'), size, head };
}
