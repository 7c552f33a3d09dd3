import { createHash } from 'node:crypto';
import { z } from 'zod';
import { damagedBackup } from './backup-error.ts';
import { ByteReader } from './byte-reader.ts';

/** What a backup consists of, one after the other: tables, then files, then the manifest that lists them. */
const entryHeader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), name: z.string(), columns: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('file'), key: z.string(), contentType: z.string() }),
  z.strictObject({ kind: z.literal('manifest') }),
]);

const entrySum = z.strictObject({
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type EntryHeader = z.infer<typeof entryHeader>;
export type EntrySum = z.infer<typeof entrySum>;

export interface Entry {
  header: EntryHeader;
  /** To be read to its end before the next entry; fails there when it is not what was written. */
  content: AsyncIterable<Buffer>;
}

/** Each frame: its kind, its length in four bytes, its bytes. */
const frames = { header: 1, data: 2, sum: 3 } as const;
const longestFrame = 1024 * 1024;

export async function* writeEntry(
  header: EntryHeader,
  content: AsyncIterable<Uint8Array>,
  onSum: (sum: EntrySum) => void,
): AsyncGenerator<Buffer> {
  yield frame(frames.header, Buffer.from(JSON.stringify(header)));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    for (let at = 0; at < chunk.byteLength; at += longestFrame) {
      yield frame(frames.data, chunk.subarray(at, at + longestFrame));
    }
  }
  const sum = { bytes, sha256: hash.digest('hex') };
  yield frame(frames.sum, Buffer.from(JSON.stringify(sum)));
  onSum(sum);
}

export async function* readEntries(
  source: AsyncIterable<Uint8Array>,
  onSum: (header: EntryHeader, sum: EntrySum) => void = () => {},
): AsyncGenerator<Entry> {
  const reader = new ByteReader(source);
  while (!(await reader.isAtEnd())) {
    const { kind, bytes } = await readFrame(reader);
    if (kind !== frames.header) throw damagedBackup('an entry has no beginning');
    const header = parse(entryHeader, bytes);
    let read = false;
    const content = readContent(reader, (sum) => {
      read = true;
      onSum(header, sum);
    });
    yield { header, content };
    if (!read) throw new Error('An entry of a backup was not read to its end.');
  }
}

async function* readContent(reader: ByteReader, onEnd: (sum: EntrySum) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let length = 0;
  for (;;) {
    const { kind, bytes } = await readFrame(reader);
    if (kind === frames.data) {
      hash.update(bytes);
      length += bytes.length;
      yield bytes;
      continue;
    }
    if (kind !== frames.sum) throw damagedBackup('an entry has no end');
    const sum = parse(entrySum, bytes);
    if (sum.bytes !== length || sum.sha256 !== hash.digest('hex')) throw damagedBackup('a checksum differs');
    onEnd(sum);
    return;
  }
}

function frame(kind: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(kind);
  head.writeUInt32BE(bytes.byteLength, 1);
  return Buffer.concat([head, bytes]);
}

async function readFrame(reader: ByteReader): Promise<{ kind: number; bytes: Buffer }> {
  const head = await reader.upTo(5);
  if (head.length < 5) throw damagedBackup('its end is missing');
  const length = head.readUInt32BE(1);
  if (length > longestFrame) throw damagedBackup('a length is impossible');
  const bytes = await reader.upTo(length);
  if (bytes.length < length) throw damagedBackup('its end is missing');
  return { kind: head.readUInt8(), bytes };
}

function parse<Schema extends z.ZodType>(schema: Schema, bytes: Buffer): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(bytes.toString()));
  } catch (error) {
    throw damagedBackup('it holds something that is not understood', error);
  }
}
