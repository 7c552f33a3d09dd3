import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  privateDecrypt,
} from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Json } from '../../world/json.ts';
import type { PostToEndpoint } from '../endpoint/exchange.ts';

export function makeKeys(bits = 2048): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

interface Heard {
  action: string;
  screen?: string;
  data?: Record<string, Json>;
  [key: string]: Json | undefined;
}

/** What an endpoint answers: a body to encrypt, a status with a text, or nothing at all. */
export type Said = { body: Json } | { status: number; text: string } | 'silence';

/** A business' endpoint, written from its side: it knows the private key, the app secret, and nothing else. */
export class BusinessEndpoint {
  privateKey = '';
  readonly appSecret: string;
  readonly heard: Heard[] = [];
  answer: (request: Heard) => Said = () => ({ body: { data: { status: 'active' } } });
  readonly #server: Server;

  constructor(appSecret: string) {
    this.appSecret = appSecret;
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const said = this.#take(Buffer.concat(parts), String(request.headers['x-hub-signature-256']));
        if (said === 'silence') return;
        response.writeHead(said.status, { 'content-type': 'text/plain' }).end(said.text);
      });
    });
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/flow`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #take(bytes: Buffer, signature: string): { status: number; text: string } | 'silence' {
    const expected = `sha256=${createHmac('sha256', this.appSecret).update(bytes).digest('hex')}`;
    if (signature !== expected) return { status: 432, text: '' };
    const request = JSON.parse(bytes.toString()) as Record<string, string>;
    const [data, wrapped, vector] = ['encrypted_flow_data', 'encrypted_aes_key', 'initial_vector'].map(
      (name) => Buffer.from(request[name] ?? '', 'base64'),
    ) as [Buffer, Buffer, Buffer];
    try {
      const key = privateDecrypt(
        { key: this.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
        wrapped,
      );
      const decrypt = createDecipheriv('aes-128-gcm', key, vector).setAuthTag(data.subarray(-16));
      const plain = Buffer.concat([decrypt.update(data.subarray(0, -16)), decrypt.final()]);
      const heard = JSON.parse(plain.toString()) as Heard;
      this.heard.push(heard);
      return this.#say(this.answer(heard), key, vector);
    } catch {
      return { status: 421, text: '' };
    }
  }

  #say(said: Said, key: Buffer, vector: Buffer): { status: number; text: string } | 'silence' {
    if (said === 'silence' || 'status' in said) return said;
    const flipped = Buffer.from(vector.map((byte) => ~byte));
    const encrypt = createCipheriv('aes-128-gcm', key, flipped);
    const bytes = Buffer.concat([
      encrypt.update(JSON.stringify(said.body)),
      encrypt.final(),
      encrypt.getAuthTag(),
    ]);
    return { status: 200, text: bytes.toString('base64') };
  }
}

export const postByFetch: PostToEndpoint = async (url, { body, headers, timeout }) => {
  try {
    const answer = await globalThis.fetch(url, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(timeout),
    });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    return { failure: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'no-response' };
  }
};
