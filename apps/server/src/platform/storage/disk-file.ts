import { type FileHandle, open } from 'node:fs/promises';
import type { StoredObject } from './content.ts';
import { StorageError } from './storage-error.ts';

/**
 * One file per object: the content, then a footer of fixed length with its type, size and digest. One file means one
 * rename, so content and description can never disagree after a crash, on any file system, without attributes.
 */
const FOOTER_BYTES = 512;
const MARK = 'trikon-object-1 ';

export function footer(stored: Required<StoredObject>): Buffer {
  return Buffer.from((MARK + JSON.stringify(stored)).padEnd(FOOTER_BYTES), 'latin1');
}

export async function openObject(
  path: string,
): Promise<{ file: FileHandle; stored: Required<StoredObject> }> {
  const file = await open(path, 'r');
  try {
    return { file, stored: await readFooter(file) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readFooter(file: FileHandle): Promise<Required<StoredObject>> {
  const { size } = await file.stat();
  const at = size - FOOTER_BYTES;
  if (at < 0) throw new StorageError('storage_damaged');
  const { buffer } = await file.read(Buffer.alloc(FOOTER_BYTES), 0, FOOTER_BYTES, at);
  const stored = parseFooter(buffer.toString('latin1'));
  if (stored === undefined || stored.size !== at) throw new StorageError('storage_damaged');
  return stored;
}

function parseFooter(text: string): Required<StoredObject> | undefined {
  if (!text.startsWith(MARK)) return undefined;
  try {
    return JSON.parse(text.slice(MARK.length)) as Required<StoredObject>;
  } catch {
    return undefined;
  }
}
