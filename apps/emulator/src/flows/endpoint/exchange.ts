import { setTimeout as pause } from 'node:timers/promises';
import { sign } from '../../webhooks/sign.ts';
import { isObject, type Json, type JsonObject } from '../../world/json.ts';
import { decryptAnswer, encryptRequest, type EncryptedRequest, type Secrets } from './encryption.ts';

/** Speaks HTTP to the business' endpoint; `timeout` covers the whole answer. */
export type PostToEndpoint = (
  url: string,
  request: { body: string; headers: Record<string, string>; timeout: number },
) => Promise<{ status: number; text: string } | { failure: 'timeout' | 'no-response' }>;

/** Meta, "Flows error codes" (error types reported by webhook alerts). */
export type EndpointError =
  | 'timeout_error'
  | 'no_http_response_error'
  | 'unexpected_http_status_code'
  | 'public-key-missing'
  | 'public-key-signiture-verification'
  | 'response-decryption-error'
  | 'business-decryption-error';

export type Outcome =
  | { kind: 'answered'; body: Json }
  | { kind: 'expired'; text?: string }
  | { kind: 'failed'; error: EndpointError };

/** The key as the phone fetches it from WhatsApp, each time anew. */
export type FetchedKey =
  | { pem: string }
  | { error: 'public-key-missing' | 'public-key-signiture-verification' };

export interface Endpoint {
  uri: string;
  appSecret: string;
  fetchKey(): FetchedKey;
}

/** What is spoiled on purpose, so that an endpoint's defences can be seen. */
export type Corruption = 'none' | 'key' | 'tag' | 'signature';

export interface ExchangeOptions {
  post: PostToEndpoint;
  corruption: Corruption;
  /** Milliseconds by which each request is late, which counts as the endpoint's own slowness. */
  delay: number;
  timeout?: number;
}

/** "It took more than 10 seconds to process the endpoint request." */
const longest = 10_000;

/** Asks the endpoint and waits for what it says; after 421 once more, with the key fetched again. */
export async function askEndpoint(
  endpoint: Endpoint,
  payload: JsonObject,
  options: ExchangeOptions,
): Promise<Outcome & { latency: number }> {
  const begun = performance.now();
  const first = await attempt(endpoint, payload, options);
  const outcome = first === 'again' ? await attempt(endpoint, payload, options) : first;
  const latency = Math.round(performance.now() - begun);
  return { ...(outcome === 'again' ? fail('business-decryption-error') : outcome), latency };
}

const fail = (error: EndpointError): Outcome => ({ kind: 'failed', error });

async function attempt(
  endpoint: Endpoint,
  payload: JsonObject,
  { post, corruption, delay, timeout = longest }: ExchangeOptions,
): Promise<Outcome | 'again'> {
  const fetched = endpoint.fetchKey();
  if ('error' in fetched) return fail(fetched.error);
  const { body, secrets } = encryptRequest(payload, fetched.pem);
  const text = JSON.stringify(corrupt(body, corruption));
  const signature = sign(corruption === 'signature' ? `${endpoint.appSecret}x` : endpoint.appSecret, text);
  if (delay > 0) await pause(Math.min(delay, timeout));
  if (delay >= timeout) return fail('timeout_error');
  const answer = await post(endpoint.uri, {
    body: text,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    timeout: timeout - delay,
  });
  if ('failure' in answer) {
    return fail(answer.failure === 'timeout' ? 'timeout_error' : 'no_http_response_error');
  }
  return understand(answer, secrets);
}

/** The client knows four codes; every other is an error of the endpoint. */
function understand({ status, text }: { status: number; text: string }, secrets: Secrets): Outcome | 'again' {
  if (status === 421) return 'again';
  if (status === 427) return { kind: 'expired', ...textOfRefusal(text, secrets) };
  if (status !== 200) return fail('unexpected_http_status_code');
  try {
    return { kind: 'answered', body: decryptAnswer(text, secrets) };
  } catch {
    return fail('response-decryption-error');
  }
}

/** Meta's page shows the reason as plain JSON, Meta's own sample sends it encrypted: both are read. */
function textOfRefusal(text: string, secrets: Secrets): { text?: string } {
  for (const read of [(): unknown => decryptAnswer(text, secrets), (): unknown => JSON.parse(text)]) {
    try {
      const body = read();
      if (isObject(body) && typeof body['error_msg'] === 'string') return { text: body['error_msg'] };
    } catch {
      continue;
    }
  }
  return {};
}

function corrupt(body: EncryptedRequest, corruption: Corruption): EncryptedRequest {
  if (corruption === 'key') return { ...body, encrypted_aes_key: spoiled(body.encrypted_aes_key) };
  if (corruption === 'tag') return { ...body, encrypted_flow_data: spoiled(body.encrypted_flow_data) };
  return body;
}

/** Turns the last byte over, which in encrypted data belongs to the tag. */
function spoiled(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const last = bytes.length - 1;
  bytes.writeUInt8((bytes[last] ?? 0) ^ 0xff, last);
  return bytes.toString('base64');
}
