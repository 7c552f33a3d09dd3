import type { Storage } from '../../../platform/storage/index.ts';
import { keyOf, type FileId } from './store-file.ts';

/** A page of Ogg has at most 65,307 bytes, so the last one begins in here. */
const tailBytes = 65_536;
const samplesPerMillisecond = 48;

/** How long a voice note is: its last page says at which sample it ends. Null when it does not say. */
export async function opusMilliseconds(storage: Storage, id: FileId, size: number): Promise<number | null> {
  const { body } = await storage.get(keyOf(id, 'original'), { start: Math.max(0, size - tailBytes) });
  const tail = Buffer.concat((await body.toArray()) as Buffer[]);
  const at = tail.lastIndexOf('OggS');
  if (at < 0 || at + 14 > tail.length) return null;
  const milliseconds = Number(tail.readBigInt64LE(at + 6)) / samplesPerMillisecond;
  return milliseconds >= 0 && milliseconds < 86_400_000 ? Math.round(milliseconds) : null;
}
