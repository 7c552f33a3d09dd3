import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { isOutboundError, type Outbound, type OutboundResponse } from '../outbound/index.ts';
import { StorageError } from './storage-error.ts';

export type S3Settings = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  /** `endpoint/bucket/key`, which servers of one's own usually want, instead of `bucket.endpoint/key`. */
  pathStyle?: boolean;
  /** A certificate authority of one's own (PEM). */
  ca?: string;
};

type S3Call = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD';
  key?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: Uint8Array;
  /** Answers that are results, not failures. */
  accept: readonly number[];
};

export type S3Requests = (call: S3Call) => Promise<OutboundResponse>;

const MOST_TRIES = 4;
const TRY_AGAIN = new Set([408, 429, 500, 502, 503, 504]);
/** Over a whole object: the slowest reader of the largest backup must still finish. */
const LONGEST_TRANSFER_MS = 1_800_000;

/** Where the bucket answers, in either style. */
export function bucketUrl({ endpoint, bucket, pathStyle = false }: S3Settings): URL {
  const url = new URL(endpoint);
  const base = url.pathname.replace(/\/+$/, '');
  if (pathStyle) url.pathname = `${base}/${bucket}`;
  else url.hostname = `${bucket}.${url.hostname}`;
  return url;
}

/** Signed calls to the bucket. Every one can be repeated without harm, so brief troubles of the server are waited out. */
export function s3Requests(settings: S3Settings, outbound: Outbound, retryPauseMs: number): S3Requests {
  const { accessKeyId, secretAccessKey, sessionToken, region } = settings;
  const signingKeys = new Map<string, ArrayBuffer>();

  async function once(call: S3Call): Promise<OutboundResponse> {
    const url = callUrl(settings, call);
    const signer = new AwsV4Signer({
      method: call.method,
      url: url.href,
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
      sessionToken,
      headers: { ...call.headers, 'x-amz-content-sha256': sha256(call.body ?? new Uint8Array()) },
      cache: signingKeys,
    });
    const signed = await signer.sign();
    return outbound.request(signed.url, {
      method: call.method,
      headers: Object.fromEntries(signed.headers),
      body: call.body,
      timeoutMs: LONGEST_TRANSFER_MS,
      maxBytes: Number.MAX_SAFE_INTEGER,
    });
  }

  return async function request(call) {
    for (let tried = 1; ; tried++) {
      const outcome = await once(call).catch((error: unknown) => error);
      const last = tried === MOST_TRIES;
      if (outcome instanceof Error) {
        if (last || !isOutboundError(outcome) || !isBrief(outcome.code))
          throw unavailable(outcome.message, outcome);
      } else {
        const response = outcome as OutboundResponse;
        if (call.accept.includes(response.status)) return response;
        if (last || !TRY_AGAIN.has(response.status)) throw await refusal(response);
        response.body.destroy();
      }
      await pause(retryPauseMs * 4 ** (tried - 1) * (0.5 + Math.random()));
    }
  };
}

function callUrl(settings: S3Settings, { key, query = {} }: S3Call): URL {
  const url = bucketUrl(settings);
  if (key !== undefined) url.pathname = `${url.pathname.replace(/\/+$/, '')}/${key}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

function isBrief(code: string): boolean {
  return code === 'outbound_unreachable' || code === 'outbound_timeout' || code === 'outbound_bad_response';
}

async function refusal(response: OutboundResponse): Promise<StorageError> {
  const said = (await response.text().catch(() => '')).slice(0, 10_000);
  const code = /<Code>([A-Za-z0-9.]{1,80})<\/Code>/.exec(said)?.[1] ?? `HTTP ${response.status}`;
  if (response.status === 507 || /StorageFull|QuotaExceeded|InsufficientCapacity/i.test(code)) {
    return new StorageError('storage_full', { say: `It said ${code}.` });
  }
  if (code === 'NoSuchKey') return new StorageError('storage_not_found');
  if (code === 'EntityTooLarge') return new StorageError('storage_too_large');
  if (code === 'InvalidRange' || response.status === 416) return new StorageError('storage_range_invalid');
  if (response.status >= 300 && response.status < 400)
    return unavailable('The endpoint or region of the bucket is another.');
  if (code === 'NoSuchBucket') return unavailable('The bucket does not exist.');
  if (response.status === 403) return unavailable(`The access key was refused (${code}).`);
  return unavailable(`It said ${code}.`);
}

function unavailable(say: string, cause?: unknown): StorageError {
  return new StorageError('storage_unavailable', { say, cause });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
