import type { Readable } from 'node:stream';
import { StorageError, type Storage, type objectKey } from '../../../../platform/storage/index.ts';
import { ImportFailed } from './import-failed.ts';

/** A file that is read in pieces and never held whole. */
export interface SourceFile {
  size: number;
  /** From one byte to another, both included. */
  read(start: number, end: number): Promise<Readable>;
}

export async function openStored(storage: Storage, key: ReturnType<typeof objectKey>): Promise<SourceFile> {
  const stored = await storage.head(key);
  if (stored === null) throw new ImportFailed('file_gone');
  return {
    size: stored.size,
    read: async (start, end) => {
      try {
        return (await storage.get(key, { start, end })).body;
      } catch (error) {
        if (error instanceof StorageError && error.code === 'storage_not_found')
          throw new ImportFailed('file_gone');
        throw error;
      }
    },
  };
}

export async function readBytes(file: SourceFile, start: number, length: number): Promise<Buffer> {
  const end = Math.min(start + length, file.size) - 1;
  if (start < 0 || end < start) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  for await (const part of await file.read(start, end)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
