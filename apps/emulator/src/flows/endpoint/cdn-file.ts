import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { EncryptionMetadata } from '../runtime/files.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** How much of the HMAC stands behind the encrypted file. */
const macLength = 10;

/** Encrypts a picked file for the CDN, and says how the endpoint gets it back (Meta, "Media upload components"). */
export function encryptForCdn(plain: Uint8Array): { bytes: Buffer; metadata: EncryptionMetadata } {
  const [key, macKey, vector] = [randomBytes(32), randomBytes(32), randomBytes(16)];
  const encrypt = createCipheriv('aes-256-cbc', key, vector);
  const encrypted = Buffer.concat([encrypt.update(plain), encrypt.final()]);
  const mac = createHmac('sha256', macKey).update(vector).update(encrypted).digest();
  const bytes = Buffer.concat([encrypted, mac.subarray(0, macLength)]);
  return {
    bytes,
    metadata: {
      encrypted_hash: digest(bytes),
      iv: vector.toString('base64'),
      encryption_key: key.toString('base64'),
      hmac_key: macKey.toString('base64'),
      plaintext_hash: digest(plain),
    },
  };
}
