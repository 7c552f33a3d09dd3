import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline as pipe, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { BackupError, damagedBackup, explainFileError } from './backup-error.ts';
import { decryptChunks, encryptChunks } from './chunk-cipher.ts';
import { protectionHeader, unlock, type ProtectionHeader, type Unlocking } from './protection.ts';

/** The first line of a backup, the only part that is readable without its key. */
const fileHeader = z.strictObject({
  trikon: z.literal('backup'),
  format: z.literal(1),
  protection: protectionHeader,
});

const longestHeader = 1_000;

const headerLine = (protection: ProtectionHeader): Buffer =>
  Buffer.from(`${JSON.stringify({ trikon: 'backup', format: 1, protection })}\n`);

/**
 * Writes a backup: header, then the content, compressed and encrypted. It gets its name when it is complete and on
 * the disk; until then, and when anything fails, there is no such file.
 */
export async function writeArchive(
  file: string,
  { protection, key }: { protection: ProtectionHeader; key: Buffer },
  content: () => AsyncIterable<Buffer>,
): Promise<number> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
  const header = headerLine(protection);
  try {
    if (await exists(file)) throw new BackupError(`${file}: there is a file of this name already.`);
    const handle = await open(draft, 'wx', 0o600);
    await handle.write(header);
    const target = createWriteStream('', { fd: handle, start: header.length, flush: true });
    const compress = createZstdCompress();
    await pipeline(content, compress, (source) => encryptChunks(source, { key, header }), target);
    const { size } = await stat(draft);
    await rename(draft, file);
    await syncFolder(path.dirname(path.resolve(file)));
    return size;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw explainFileError(error, file);
  }
}

export interface Archive {
  protection: ProtectionHeader;
  /** The content from its beginning; may be read more than once. */
  read(): AsyncIterable<Buffer>;
}

export async function openArchive(file: string, unlocking: Unlocking): Promise<Archive> {
  const { header, protection } = await readHeader(file);
  const key = await unlock(protection, unlocking);

  async function* read(): AsyncGenerator<Buffer> {
    const stored = createReadStream(file, { start: header.length });
    const plain = Readable.from(decryptChunks(stored, { key, header }));
    const content = createZstdDecompress();
    // Ends all of them when one fails or when the reader turns away; the reader learns it from `content`.
    pipe(plain, content, () => {});
    try {
      yield* content as AsyncIterable<Buffer>;
    } catch (error) {
      throw explainReadError(error, file);
    } finally {
      stored.destroy();
    }
  }

  return { protection, read };
}

function explainReadError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (/^(Z_|ZSTD_|ERR_ZLIB)/.test(code)) return damagedBackup('it cannot be decompressed', error);
  return explainFileError(error, file);
}

async function readHeader(file: string): Promise<{ header: Buffer; protection: ProtectionHeader }> {
  const start = await readStart(file).catch((error: unknown) => {
    throw explainFileError(error, file);
  });
  const length = start.indexOf('\n') + 1;
  const header = start.subarray(0, length);
  try {
    const { protection } = fileHeader.parse(JSON.parse(header.toString()));
    if (!headerLine(protection).equals(header)) throw new Error('The header is not as it was written.');
    return { header, protection };
  } catch (error) {
    throw new BackupError(`${file} is not a backup that this version can read.`, { cause: error });
  }
}

async function readStart(file: string): Promise<Buffer> {
  await using handle = await open(file, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
  return buffer.subarray(0, bytesRead);
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Without it, a crash of the machine may forget the name of a file whose bytes are safe. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
