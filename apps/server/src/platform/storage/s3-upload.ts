import { chunksOf, type Content, meter, safeContentType, type StoredObject } from './content.ts';
import type { PutOptions } from './storage.ts';
import type { ObjectKey } from './object-key.ts';
import type { S3Requests } from './s3-requests.ts';
import { StorageError } from './storage-error.ts';

/** S3 takes parts from 5 MiB on and 10,000 of them: this allows objects of 78 GiB while holding 8 MiB. */
const PART_BYTES = 8 * 1_024 * 1_024;
const MOST_PARTS = 10_000;

/** Small content in one request; anything longer in parts, of which one at a time is held. */
export async function upload(
  request: S3Requests,
  key: ObjectKey,
  content: Content,
  options: PutOptions,
): Promise<StoredObject & { sha256: string }> {
  const contentType = safeContentType(options.contentType);
  const metered = meter(options.maxBytes);
  const parts = inParts(content, (chunk) => metered.count(chunk));
  try {
    const first = (await parts.next()).value ?? new Uint8Array();
    if (first.byteLength === PART_BYTES) {
      await uploadParts(request, { key, contentType, first, parts });
      return { size: metered.size(), contentType, sha256: metered.sha256() };
    }
    const stored = { size: metered.size(), contentType, sha256: metered.sha256() };
    const headers = { 'content-type': contentType, 'x-amz-meta-sha256': stored.sha256 };
    await (await request({ method: 'PUT', key, headers, body: first, accept: [200] })).bytes();
    return stored;
  } finally {
    // Lets go of the source when the store failed before its end.
    await parts.return(undefined);
  }
}

type PartsUpload = {
  key: ObjectKey;
  contentType: string;
  first: Uint8Array;
  parts: AsyncGenerator<Uint8Array, undefined>;
};

async function uploadParts(
  request: S3Requests,
  { key, contentType, first, parts }: PartsUpload,
): Promise<void> {
  const begun = await request({
    method: 'POST',
    key,
    query: { uploads: '' },
    headers: { 'content-type': contentType },
    accept: [200],
  });
  const uploadId = element(await begun.text(), 'UploadId');
  try {
    const tags = [await uploadPart(request, { key, uploadId, number: 1, body: first })];
    for await (const body of parts) {
      if (tags.length === MOST_PARTS) throw new StorageError('storage_too_large');
      tags.push(await uploadPart(request, { key, uploadId, number: tags.length + 1, body }));
    }
    await complete(request, { key, uploadId, tags });
  } catch (error) {
    // Parts that nobody completes are stored, invisible and billed until somebody aborts them.
    await request({ method: 'DELETE', key, query: { uploadId }, accept: [204, 404] }).catch(() => undefined);
    throw error;
  }
}

type Part = { key: ObjectKey; uploadId: string; number: number; body: Uint8Array };

async function uploadPart(request: S3Requests, { key, uploadId, number, body }: Part): Promise<string> {
  const query = { partNumber: String(number), uploadId };
  const response = await request({ method: 'PUT', key, query, body, accept: [200] });
  await response.bytes();
  const tag = response.headers.etag;
  if (typeof tag !== 'string' || !/^"?[\w-]{1,100}"?$/.test(tag))
    throw new StorageError('storage_unavailable', { say: 'It did not confirm a part.' });
  return tag;
}

// S3 may begin to answer 200 before it knows, and put the failure into the text.
async function complete(
  request: S3Requests,
  { key, uploadId, tags }: { key: ObjectKey; uploadId: string; tags: string[] },
): Promise<void> {
  const list = tags
    .map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
    .join('');
  const body = Buffer.from(`<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`);
  const response = await request({ method: 'POST', key, query: { uploadId }, body, accept: [200] });
  const said = await response.text();
  if (!said.includes('<CompleteMultipartUploadResult')) {
    throw new StorageError('storage_unavailable', { say: 'It did not confirm the upload.' });
  }
}

async function* inParts(
  content: Content,
  count: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(content)) {
    count(chunk);
    let rest = chunk;
    while (size + rest.byteLength >= PART_BYTES) {
      const cut = PART_BYTES - size;
      yield Buffer.concat([...held, rest.subarray(0, cut)]);
      rest = rest.subarray(cut);
      [held, size] = [[], 0];
    }
    if (rest.byteLength > 0) held.push(rest);
    size += rest.byteLength;
  }
  if (size > 0) yield Buffer.concat(held);
  return undefined;
}

export function element(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]{1,2000})</${name}>`).exec(xml)?.[1];
  if (found === undefined)
    throw new StorageError('storage_unavailable', { say: 'Its answer could not be read.' });
  return found;
}
