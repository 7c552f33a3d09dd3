import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  publicEncrypt,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { Json, JsonObject } from '../../world/json.ts';

/** What a phone keeps of its request, to read the answer. */
export interface Secrets {
  key: Buffer;
  vector: Buffer;
}

export interface EncryptedRequest {
  encrypted_flow_data: string;
  encrypted_aes_key: string;
  initial_vector: string;
}

const cipher = 'aes-128-gcm';
const tagLength = 16;

/** A key that Meta would sign: RSA of 2048 bits. */
export function readPublicKey(pem: string): KeyObject | undefined {
  // Node would take the public half of a private key; that one must never lie here.
  if (pem.includes('PRIVATE KEY')) return undefined;
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048
      ? key
      : undefined;
  } catch {
    return undefined;
  }
}

/** Wraps a fresh AES key with the business' public key and encrypts with it (Meta, "Implementing Endpoint for Flows"). */
export function encryptRequest(
  payload: JsonObject,
  publicKey: string,
): { body: EncryptedRequest; secrets: Secrets } {
  const secrets: Secrets = { key: randomBytes(16), vector: randomBytes(16) };
  const wrapped = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    secrets.key,
  );
  const encrypt = createCipheriv(cipher, secrets.key, secrets.vector);
  const data = Buffer.concat([
    encrypt.update(JSON.stringify(payload)),
    encrypt.final(),
    encrypt.getAuthTag(),
  ]);
  return {
    body: {
      encrypted_flow_data: data.toString('base64'),
      encrypted_aes_key: wrapped.toString('base64'),
      initial_vector: secrets.vector.toString('base64'),
    },
    secrets,
  };
}

/** The answer is encrypted with the same key, and with every bit of the vector inverted. Throws when it is not. */
export function decryptAnswer(text: string, { key, vector }: Secrets): Json {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length <= tagLength) throw new Error('The answer is too short to be encrypted.');
  const decrypt = createDecipheriv(
    cipher,
    key,
    vector.map((byte) => byte ^ 0xff),
    { authTagLength: tagLength },
  );
  decrypt.setAuthTag(bytes.subarray(-tagLength));
  const plain = Buffer.concat([decrypt.update(bytes.subarray(0, -tagLength)), decrypt.final()]);
  return JSON.parse(plain.toString()) as Json;
}
