import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SecretError } from './secret-error.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts under a key for one place only: `context` names the place and is authenticated with the header, so a
 * ciphertext that is moved elsewhere, or given another header, does not open. The parts are joined as JSON because
 * that is unambiguous: no two places give the same text.
 */
export function encrypt(
  key: Buffer,
  { header, context, plaintext }: { header: Buffer; context: readonly string[]; plaintext: Buffer },
): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  sealing.setAAD(additional(header, context));
  return Buffer.concat([header, nonce, sealing.update(plaintext), sealing.final(), sealing.getAuthTag()]);
}

export function decrypt(
  key: Buffer,
  { headerBytes, context, sealed }: { headerBytes: number; context: readonly string[]; sealed: Buffer },
): Buffer {
  if (sealed.length < headerBytes + nonceBytes + tagBytes) throw damaged();
  const header = sealed.subarray(0, headerBytes);
  const nonce = sealed.subarray(headerBytes, headerBytes + nonceBytes);
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  opening.setAAD(additional(header, context));
  opening.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const first = opening.update(sealed.subarray(headerBytes + nonceBytes, -tagBytes));
    return Buffer.concat([first, opening.final()]);
  } catch {
    throw damaged();
  }
}

const additional = (header: Buffer, context: readonly string[]): Buffer =>
  Buffer.concat([header, Buffer.from(JSON.stringify(context))]);

/** What exactly does not fit is not said: whoever tampers should learn nothing from it. */
const damaged = (): SecretError =>
  new SecretError(
    'damaged',
    'A stored secret is damaged or does not belong where it was found. Enter it again.',
  );
