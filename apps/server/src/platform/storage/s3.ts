import { randomUUID } from 'node:crypto';
import { createOutbound, type OutboundOptions, type OutboundResponse } from '../outbound/index.ts';
import { type ByteRange, resolveRange, type StoredObject, UNKNOWN_TYPE, verify } from './content.ts';
import type { Storage } from './storage.ts';
import { type ObjectKey, objectKey, type ObjectPrefix } from './object-key.ts';
import { bucketUrl, type S3Requests, s3Requests, type S3Settings } from './s3-requests.ts';
import { element, upload } from './s3-upload.ts';
import { StorageError } from './storage-error.ts';

export type { S3Settings } from './s3-requests.ts';

type S3Extras = { resolver?: OutboundOptions['resolver']; retryPauseMs?: number };

/** Objects in a bucket of anything that speaks S3. The endpoint is the operator's and may be inside the network. */
export function openS3Storage(
  settings: S3Settings,
  { resolver, retryPauseMs = 200 }: S3Extras = {},
): Storage {
  const url = bucketUrl(settings);
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const outbound = createOutbound({ allowPrivate: [`${url.hostname}:${port}`], ca: settings.ca, resolver });
  const request = s3Requests(settings, outbound, retryPauseMs);

  const storage: Storage = {
    put: (key, content, options = {}) => upload(request, key, content, options),
    get: (key, range) => download(request, key, range),
    async head(key) {
      const response = await request({ method: 'HEAD', key, accept: [200, 404] });
      response.body.resume();
      return response.status === 404 ? null : describe(response);
    },
    async delete(key) {
      const response = await request({ method: 'DELETE', key, accept: [200, 204, 404] });
      response.body.resume();
    },
    list: (prefix, after) => list(request, prefix, after),
    async probe() {
      const key = objectKey('00000000-0000-0000-0000-000000000000', 'probe', randomUUID());
      await storage.put(key, Buffer.from('probe'));
      await storage.delete(key);
    },
    close: () => outbound.close(),
  };
  return storage;
}

async function download(
  request: S3Requests,
  key: ObjectKey,
  range: ByteRange | undefined,
): ReturnType<Storage['get']> {
  if (range !== undefined) return downloadRange(request, key, range);
  const response = await request({ method: 'GET', key, accept: [200, 404] });
  if (response.status === 404) throw notFound(response);
  const stored = describe(response);
  if (stored.sha256 === undefined) return { ...stored, body: response.body };
  const body = response.body.pipe(verify(stored.sha256));
  response.body.on('error', (cause) => body.destroy(new StorageError('storage_unavailable', { cause })));
  body.on('close', () => response.body.destroy());
  return { ...stored, body };
}

async function downloadRange(
  request: S3Requests,
  key: ObjectKey,
  range: ByteRange,
): ReturnType<Storage['get']> {
  // Checked here against nothing but itself: the store knows the size and answers 416.
  const { start } = resolveRange(range, Number.MAX_SAFE_INTEGER);
  const headers = { range: `bytes=${start}-${range.end ?? ''}` };
  const response = await request({ method: 'GET', key, headers, accept: [206, 404] });
  if (response.status === 404) throw notFound(response);
  const size = Number(/\/(\d+)$/.exec(header(response, 'content-range') ?? '')?.[1]);
  return { ...describe(response), size, body: response.body };
}

function notFound(response: OutboundResponse): StorageError {
  response.body.destroy();
  return new StorageError('storage_not_found');
}

function describe(response: OutboundResponse): StoredObject {
  const sha256 = header(response, 'x-amz-meta-sha256');
  return {
    size: Number(header(response, 'content-length') ?? 0),
    contentType: header(response, 'content-type') ?? UNKNOWN_TYPE,
    ...(sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? { sha256 } : {}),
  };
}

async function* list(
  request: S3Requests,
  prefix: ObjectPrefix,
  after?: ObjectKey,
): AsyncGenerator<{ key: ObjectKey; size: number }> {
  let cursor = after;
  for (;;) {
    const query = { 'list-type': '2', prefix, ...(cursor === undefined ? {} : { 'start-after': cursor }) };
    const page = await (await request({ method: 'GET', query, accept: [200] })).text();
    for (const [entry] of page.matchAll(/<Contents>[\s\S]*?<\/Contents>/g)) {
      cursor = element(entry, 'Key') as ObjectKey;
      yield { key: cursor, size: Number(element(entry, 'Size')) };
    }
    // The last key continues as well as a token would, and survives a restart.
    if (!page.includes('<IsTruncated>true</IsTruncated>')) return;
  }
}

function header(response: OutboundResponse, name: string): string | undefined {
  const value = response.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
