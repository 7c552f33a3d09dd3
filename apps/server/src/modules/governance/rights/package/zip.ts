import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** A path inside of the archive, which we chose: never a name that somebody gave. */
  name: string;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface Written {
  name: Buffer;
  crc: number;
  size: number;
  offset: number;
}

const version = 20;
/** Sizes follow the content, since it is never held whole; names are UTF-8. */
const flags = 0x0808;
/** The first day that a ZIP file can name. */
const date = 0x21;

/** A ZIP file as it is written, without compression: photos and voice notes are compressed already. Up to 4 GB. */
export async function* zipped(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, size: 0, offset };
    const head = localHeader(entry);
    yield head;
    for await (const chunk of content) {
      entry.crc = crc32(chunk, entry.crc);
      entry.size += chunk.byteLength;
      yield Buffer.from(chunk);
    }
    const tail = descriptor(entry);
    yield tail;
    offset += head.length + entry.size + tail.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOf(written.length, directory.length, offset);
}

const words = (...values: [bytes: 2 | 4, value: number][]): Buffer => {
  const out = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) at = out.writeUIntLE(value, at, bytes);
  return out;
};

const localHeader = ({ name }: Written): Buffer =>
  Buffer.concat([
    words(
      [4, 0x04034b50],
      [2, version],
      [2, flags],
      [2, 0],
      [2, 0],
      [2, date],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  ]);

const descriptor = ({ crc, size }: Written): Buffer => words([4, 0x08074b50], [4, crc], [4, size], [4, size]);

const directoryEntry = ({ name, crc, size, offset }: Written): Buffer =>
  Buffer.concat([
    words(
      [4, 0x02014b50],
      [2, version],
      [2, version],
      [2, flags],
      [2, 0],
      [2, 0],
      [2, date],
      [4, crc],
      [4, size],
      [4, size],
    ),
    words([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
    name,
  ]);

const endOf = (count: number, size: number, offset: number): Buffer =>
  words([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
