import { createCipheriv, createDecipheriv } from 'node:crypto';
import { damagedBackup } from './backup-error.ts';
import { ByteReader } from './byte-reader.ts';

const cipher = 'aes-256-gcm';
const plainBytes = 65_536;
const tagBytes = 16;

/**
 * Encrypts a stream in chunks that each prove themselves, so that a restore never acts on bytes it has not checked.
 * The nonce counts the chunks and marks the last: none can be lost, doubled, moved or cut off. That needs a key
 * which is used for one stream only.
 */
export async function* encryptChunks(
  source: AsyncIterable<Uint8Array>,
  { key, header }: { key: Buffer; header: Buffer },
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  for (let count = 0; ; count++) {
    const plain = await reader.upTo(plainBytes);
    const last = await reader.isAtEnd();
    const sealing = createCipheriv(cipher, key, nonceOf(count, last), { authTagLength: tagBytes });
    sealing.setAAD(header);
    yield Buffer.concat([sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
    if (last) return;
  }
}

export async function* decryptChunks(
  source: AsyncIterable<Uint8Array>,
  { key, header }: { key: Buffer; header: Buffer },
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  for (let count = 0; ; count++) {
    const sealed = await reader.upTo(plainBytes + tagBytes);
    if (sealed.length < tagBytes) throw damagedBackup('its end is missing');
    const last = await reader.isAtEnd();
    const opening = createDecipheriv(cipher, key, nonceOf(count, last), { authTagLength: tagBytes });
    opening.setAAD(header);
    opening.setAuthTag(sealed.subarray(-tagBytes));
    yield openChunk(opening, sealed.subarray(0, -tagBytes), count);
    if (last) return;
  }
}

function openChunk(opening: ReturnType<typeof createDecipheriv>, sealed: Buffer, count: number): Buffer {
  try {
    return Buffer.concat([opening.update(sealed), opening.final()]);
  } catch {
    throw damagedBackup(`near byte ${count * (plainBytes + tagBytes)}`);
  }
}

function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(count, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}
