import { objectKey, type Storage } from '../../../platform/storage/index.ts';
import { headBytes, sniff, type Traits } from './sniff.ts';
import { variants, type Variant } from './links.ts';

export interface FileId {
  workspaceId: string;
  mediaId: string;
}

export interface StoredFile {
  size: number;
  /** In hexadecimal. */
  sha256: string;
  traits: Traits;
}

export const keyOf = ({ workspaceId, mediaId }: FileId, variant: Variant) =>
  objectKey(workspaceId, 'media', mediaId, variant);

interface Arriving {
  content: AsyncIterable<Uint8Array>;
  mostBytes: number;
  /** Hears of the type as soon as it is known, and throws for what is not wanted; says how much may come of it. */
  judge?: (traits: Traits) => number;
}

/** Stores a file as it arrives, whole or not at all, and tells what its bytes are. It is never held whole. */
export async function storeFile(
  storage: Storage,
  id: FileId,
  { content, mostBytes, judge }: Arriving,
): Promise<StoredFile> {
  const head = new Head();
  const { size, sha256 } = await storage.put(keyOf(id, 'original'), watched(content, head, judge), {
    maxBytes: mostBytes,
  });
  return { size, sha256, traits: head.traits() };
}

/** The beginning of a file, kept while it passes. */
class Head {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  get isFull(): boolean {
    return this.#length >= headBytes;
  }

  add(chunk: Uint8Array): void {
    if (this.isFull) return;
    this.#chunks.push(chunk.subarray(0, headBytes - this.#length));
    this.#length += Math.min(chunk.byteLength, headBytes - this.#length);
  }

  traits(): Traits {
    return sniff(Buffer.concat(this.#chunks));
  }
}

export class TooLarge extends Error {
  override name = 'TooLarge';
  readonly traits: Traits;

  constructor(traits: Traits) {
    super('The file is larger than a file of its type may be.');
    this.traits = traits;
  }
}

async function* watched(
  content: AsyncIterable<Uint8Array>,
  head: Head,
  judge: Arriving['judge'],
): AsyncGenerator<Uint8Array> {
  let size = 0;
  let most: number | undefined;
  for await (const chunk of content) {
    head.add(chunk);
    size += chunk.byteLength;
    if (head.isFull) most ??= judge?.(head.traits());
    if (most !== undefined && size > most) throw new TooLarge(head.traits());
    yield chunk;
  }
  most ??= judge?.(head.traits());
  if (most !== undefined && size > most) throw new TooLarge(head.traits());
}

export async function readStored(storage: Storage, id: FileId): Promise<Buffer> {
  const { body } = await storage.get(keyOf(id, 'original'));
  return Buffer.concat((await body.toArray()) as Buffer[]);
}

export async function removeFile(storage: Storage, id: FileId): Promise<void> {
  for (const variant of variants) await storage.delete(keyOf(id, variant));
}
