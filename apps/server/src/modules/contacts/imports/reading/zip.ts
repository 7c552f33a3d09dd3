import { createInflateRaw } from 'node:zlib';
import { ImportFailed } from './import-failed.ts';
import { readBytes, type SourceFile } from './source-file.ts';

interface ZipEntry {
  method: number;
  isLocked: boolean;
  packed: number;
  offset: number;
}

export interface Zip {
  names: readonly string[];
  /** Unpacked as it is read, and cut off at `most` bytes whatever the file says of itself. Null without such an entry. */
  open(name: string, most: number): AsyncGenerator<Buffer> | null;
}

const endBytes = 65_557;
const mostDirectoryBytes = 4_000_000;

export async function openZip(file: SourceFile): Promise<Zip> {
  const tail = await readBytes(file, Math.max(0, file.size - endBytes), endBytes);
  const at = tail.lastIndexOf('504b0506', undefined, 'hex');
  if (at === -1 || at + 22 > tail.length) throw new ImportFailed('damaged');
  const [length, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (length > mostDirectoryBytes || offset + length > file.size) throw new ImportFailed('damaged');
  const entries = entriesOf(await readBytes(file, offset, length));
  return {
    names: [...entries.keys()],
    open: (name, most) => {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(file, entry, most);
    },
  };
}

function entriesOf(directory: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length;) {
    if (directory.readUInt32BE(at) !== 0x504b0102) throw new ImportFailed('damaged');
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    entries.set(directory.toString('utf8', at + 46, at + 46 + name), {
      method: directory.readUInt16LE(at + 10),
      isLocked: (directory.readUInt16LE(at + 8) & 1) === 1,
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

async function* unpack(file: SourceFile, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  if (entry.isLocked) throw new ImportFailed('protected');
  if (entry.method !== 0 && entry.method !== 8) throw new ImportFailed('damaged');
  const head = await readBytes(file, entry.offset, 30);
  if (head.length < 30 || head.readUInt32BE(0) !== 0x504b0304) throw new ImportFailed('damaged');
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const end = start + entry.packed - 1;
  if (end >= file.size) throw new ImportFailed('damaged');
  if (end < start) return;
  const packed = await file.read(start, end);
  const content = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
  // An error of the source does not travel through a pipe.
  packed.on('error', (error) => content.destroy(error));
  let unpacked = 0;
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      unpacked += piece.length;
      if (unpacked > most) throw new ImportFailed('unpacks_too_large');
      yield piece;
    }
  } catch (error) {
    const { code } = error as { code?: string };
    throw code?.startsWith('Z_') ? new ImportFailed('damaged') : error;
  } finally {
    packed.destroy();
    content.destroy();
  }
}
