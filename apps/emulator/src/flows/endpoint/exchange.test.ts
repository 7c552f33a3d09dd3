import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../world/json.ts';
import { BusinessEndpoint, makeKeys, postByFetch } from '../test/business-endpoint.ts';
import { encryptForCdn } from './cdn-file.ts';
import { decryptAnswer, encryptRequest, readPublicKey } from './encryption.ts';
import { askEndpoint, type Endpoint, type ExchangeOptions, type FetchedKey } from './exchange.ts';
import { signFlowToken } from './token-signature.ts';

const secret = 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8';
const business = new BusinessEndpoint(secret);
const [keys, newKeys] = [makeKeys(), makeKeys()];
const ping: JsonObject = { version: '3.0', action: 'ping' };
let uri = '';
let key: FetchedKey = { pem: keys.publicKey };

beforeAll(async () => {
  uri = await business.open();
});

beforeEach(() => {
  key = { pem: keys.publicKey };
  business.privateKey = keys.privateKey;
  business.answer = () => ({ body: { data: { status: 'active' } } });
  business.heard.length = 0;
});

afterAll(() => business.close());

const ask = (options: Partial<ExchangeOptions> = {}, endpoint: Partial<Endpoint> = {}) =>
  askEndpoint(
    { uri, appSecret: secret, fetchKey: () => key, ...endpoint },
    { ...ping, note: 'नमस्ते' },
    { post: postByFetch, corruption: 'none', delay: 0, timeout: 400, ...options },
  );

describe('a request to the endpoint', () => {
  it('is decrypted with the private key and answered with the inverted vector', async () => {
    expect(await ask()).toMatchObject({ kind: 'answered', body: { data: { status: 'active' } } });
    expect(business.heard).toEqual([{ version: '3.0', action: 'ping', note: 'नमस्ते' }]);
  });

  it('fetches the key again after 421 and succeeds with the new one', async () => {
    business.privateKey = newKeys.privateKey;
    const fetched = [keys.publicKey, newKeys.publicKey];
    const outcome = await ask({}, { fetchKey: () => ({ pem: fetched.shift() ?? '' }) });
    expect(outcome).toMatchObject({ kind: 'answered' });
    expect(fetched).toEqual([]);
  });

  it('gives up after the second 421', async () => {
    business.privateKey = newKeys.privateKey;
    let count = 0;
    const outcome = await ask({}, { fetchKey: () => (count++, key) });
    expect(outcome).toMatchObject({ kind: 'failed', error: 'business-decryption-error' });
    expect(count).toBe(2);
  });

  it('closes the Flow with the reason of a 427, plain or encrypted', async () => {
    business.answer = () => ({ status: 427, text: '{"error_msg":"पहले ही बुक है"}' });
    expect(await ask()).toMatchObject({ kind: 'expired', text: 'पहले ही बुक है' });
    business.answer = () => ({ status: 427, text: '' });
    expect(await ask()).toMatchObject({ kind: 'expired' });
    const post: ExchangeOptions['post'] = async (url, request) => {
      business.answer = () => ({ body: { error_msg: 'Closed' } });
      const answer = await postByFetch(url, request);
      return 'text' in answer ? { status: 427, text: answer.text } : answer;
    };
    expect(await ask({ post })).toMatchObject({ kind: 'expired', text: 'Closed' });
  });

  it.each([
    [432, 'unexpected_http_status_code'],
    [500, 'unexpected_http_status_code'],
    [204, 'unexpected_http_status_code'],
  ])('fails with %i as %s', async (status, error) => {
    business.answer = () => ({ status, text: '' });
    expect(await ask()).toMatchObject({ kind: 'failed', error });
  });

  it('fails when the answer is not encrypted as it should be', async () => {
    for (const text of ['', '{"screen":"A"}', Buffer.alloc(40).toString('base64'), '%%%']) {
      business.answer = () => ({ status: 200, text });
      expect(await ask()).toMatchObject({ kind: 'failed', error: 'response-decryption-error' });
    }
  });

  it('fails when nothing comes in time, and when nobody is there', async () => {
    business.answer = () => 'silence';
    const outcome = await ask({ timeout: 100 });
    expect(outcome).toMatchObject({ kind: 'failed', error: 'timeout_error' });
    expect(outcome.latency).toBeGreaterThanOrEqual(90);
    expect(await ask({ delay: 100, timeout: 100 })).toMatchObject({ error: 'timeout_error' });
    expect(await ask({}, { uri: 'http://127.0.0.1:1/' })).toMatchObject({ error: 'no_http_response_error' });
  });

  it('is not sent without a key that WhatsApp has and has signed', async () => {
    for (const error of ['public-key-missing', 'public-key-signiture-verification'] as const) {
      key = { error };
      expect(await ask()).toMatchObject({ kind: 'failed', error });
    }
    expect(business.heard).toEqual([]);
  });

  it('is refused by a careful endpoint when it was spoiled on purpose', async () => {
    expect(await ask({ corruption: 'signature' })).toMatchObject({ error: 'unexpected_http_status_code' });
    expect(await ask({ corruption: 'key' })).toMatchObject({ error: 'business-decryption-error' });
    expect(await ask({ corruption: 'tag' })).toMatchObject({ error: 'business-decryption-error' });
    expect(business.heard).toEqual([]);
  });
});

describe('the encryption', () => {
  it('reads back what it encrypted, and nothing that was changed on the way', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (payload, place) => {
        const { body, secrets } = encryptRequest(JSON.parse(JSON.stringify(payload)), keys.publicKey);
        const inverted = { ...secrets, vector: secrets.vector.map((byte) => byte ^ 0xff) as Buffer };
        const text = body.encrypted_flow_data;
        expect(decryptAnswer(text, inverted)).toEqual(JSON.parse(JSON.stringify(payload)));
        const bytes = Buffer.from(text, 'base64');
        bytes.writeUInt8((bytes[place % bytes.length] ?? 0) ^ 1, place % bytes.length);
        expect(() => decryptAnswer(bytes.toString('base64'), inverted)).toThrow();
        expect(() => decryptAnswer(text, secrets)).toThrow();
      }),
      { numRuns: 30 },
    );
  });

  it('takes public RSA keys of 2048 bits and nothing else', () => {
    expect(readPublicKey(keys.publicKey)).toBeDefined();
    expect(readPublicKey(keys.privateKey)).toBeUndefined();
    expect(readPublicKey(makeKeys(1024).publicKey)).toBeUndefined();
    expect(readPublicKey('-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----')).toBeUndefined();
  });

  it('signs the token of a Flow so that the app secret proves it', () => {
    const [header = '', payload = '', signature] = signFlowToken('b3f1c6f2', secret).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'HS256' });
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({ flow_token: 'b3f1c6f2' });
    expect(signature).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'));
  });

  it('of a picked file can be checked and undone by the steps of the page', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plain) => {
        const { bytes, metadata } = encryptForCdn(plain);
        const [vector, key, macKey] = [metadata.iv, metadata.encryption_key, metadata.hmac_key].map((text) =>
          Buffer.from(text, 'base64'),
        ) as [Buffer, Buffer, Buffer];
        expect(createHash('sha256').update(bytes).digest('base64')).toBe(metadata.encrypted_hash);
        const [encrypted, mac] = [bytes.subarray(0, -10), bytes.subarray(-10)];
        const expected = createHmac('sha256', macKey)
          .update(Buffer.concat([vector, encrypted]))
          .digest();
        expect(mac.equals(expected.subarray(0, 10))).toBe(true);
        const decrypt = createDecipheriv('aes-256-cbc', key, vector);
        const back = Buffer.concat([decrypt.update(encrypted), decrypt.final()]);
        expect(back.equals(plain)).toBe(true);
        expect(createHash('sha256').update(back).digest('base64')).toBe(metadata.plaintext_hash);
      }),
    );
  });
});
