import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const BUCKET = 'trikon-test';
export const ACCESS = {
  accessKeyId: 'AKIATESTTESTTEST',
  secretAccessKey: 'test/secret+key',
  region: 'eu-south-9',
};
const KEYS_PER_PAGE = 3;

type Held = { bytes: Buffer; type: string; sha256: string | undefined };
type Asked = {
  method: string;
  key: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
};

export type StandInS3 = AsyncDisposable & {
  port: number;
  objects: Map<string, Held>;
  uploads: Map<string, Map<number, Buffer>>;
  /** Every request as `METHOD key?query`, and the largest body among them. */
  seen: string[];
  largestBody(): number;
  /** Answers given before anything else, one per request; null drops the connection. */
  troubles: ({ status: number; code: string } | null)[];
};

/** S3 enough for tests, which checks every signature by its own reading of the specification. */
export async function openStandInS3(): Promise<StandInS3> {
  const objects = new Map<string, Held>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const seen: string[] = [];
  const troubles: StandInS3['troubles'] = [];
  let largest = 0;
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      largest = Math.max(largest, body.byteLength);
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const key = keyOf(url);
      seen.push(`${request.method} ${key}${url.search}`);
      const trouble = troubles.shift();
      if (trouble === null) return request.socket.destroy();
      if (trouble !== undefined) return fail(response, trouble.status, trouble.code);
      const problem = signatureProblem(request, url, body);
      if (problem !== undefined) return fail(response, 403, problem);
      if (key === undefined) return fail(response, 404, 'NoSuchBucket');
      const asked = {
        method: request.method ?? '',
        key,
        query: url.searchParams,
        headers: request.headers,
        body,
      };
      return asked.query.has('uploads') || asked.query.has('uploadId')
        ? answerUpload(uploads, objects, asked, response)
        : answer(objects, asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    objects,
    uploads,
    seen,
    troubles,
    largestBody: () => largest,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// The bucket is the first label of the host or the first segment of the path.
function keyOf(url: URL): string | undefined {
  if (url.hostname.startsWith(`${BUCKET}.`)) return url.pathname.slice(1);
  const [, bucket, ...rest] = url.pathname.split('/');
  return bucket === BUCKET ? rest.join('/') : undefined;
}

function answer(objects: Map<string, Held>, asked: Asked, response: ServerResponse): unknown {
  const { method, key, query, headers, body } = asked;
  if (method === 'GET' && key === '') return answerList(objects, query, response);
  if (method === 'DELETE') return (objects.delete(key), response.writeHead(204).end());
  if (method === 'PUT') {
    objects.set(key, {
      bytes: body,
      type: headers['content-type'] ?? '',
      sha256: headers['x-amz-meta-sha256'] as string,
    });
    return response.writeHead(200, { etag: '"one"' }).end();
  }
  const held = objects.get(key);
  if (held === undefined) return fail(response, 404, 'NoSuchKey');
  const described = {
    'content-type': held.type,
    ...(held.sha256 === undefined ? {} : { 'x-amz-meta-sha256': held.sha256 }),
  };
  const size = held.bytes.byteLength;
  if (method === 'HEAD') return response.writeHead(200, { ...described, 'content-length': size }).end();
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '');
  if (range === null)
    return response.writeHead(200, { ...described, 'content-length': size }).end(held.bytes);
  const [from, to] = [Number(range[1]), range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1)];
  if (from >= size || to < from) return fail(response, 416, 'InvalidRange');
  return response
    .writeHead(206, { ...described, 'content-range': `bytes ${from}-${to}/${size}` })
    .end(held.bytes.subarray(from, to + 1));
}

function answerList(objects: Map<string, Held>, query: URLSearchParams, response: ServerResponse): unknown {
  const after = query.get('start-after') ?? '';
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort();
  const page = keys.slice(0, KEYS_PER_PAGE);
  const entries = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.bytes.byteLength}</Size></Contents>`,
  );
  const truncated = keys.length > page.length;
  return response.end(
    `<ListBucketResult><IsTruncated>${truncated}</IsTruncated>${entries.join('')}</ListBucketResult>`,
  );
}

function answerUpload(
  uploads: StandInS3['uploads'],
  objects: Map<string, Held>,
  asked: Asked,
  response: ServerResponse,
): unknown {
  const { method, key, query, headers, body } = asked;
  if (method === 'POST' && query.has('uploads')) {
    const id = `${headers['content-type']}|${randomUUID()}`;
    uploads.set(id, new Map());
    return response.end(
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }
  const id = query.get('uploadId') ?? '';
  const parts = uploads.get(id);
  if (parts === undefined) return fail(response, 404, 'NoSuchUpload');
  const number = Number(query.get('partNumber'));
  if (method === 'PUT')
    return (parts.set(number, body), response.writeHead(200, { etag: `"part-${number}"` }).end());
  uploads.delete(id);
  if (method === 'DELETE') return response.writeHead(204).end();
  const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"part-(\d+)"<\/ETag>/g)];
  const whole = Buffer.concat(named.map(([, at]) => parts.get(Number(at)) ?? Buffer.alloc(0)));
  objects.set(key, { bytes: whole, type: id.split('|')[0] ?? '', sha256: undefined });
  return response.end('<CompleteMultipartUploadResult></CompleteMultipartUploadResult>');
}

function fail(response: ServerResponse, status: number, code: string): unknown {
  return response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
}

/** Signature version 4 from its specification, sharing no code with the signer under test. */
function signatureProblem(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const { headers } = request;
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (given === null) return 'AccessDenied';
  const [, id, day = '', region = '', signed = '', signature] = given;
  const time = String(headers['x-amz-date']);
  const age = Math.abs(
    Date.now() - Date.parse(time.replace(/(\d{4})(\d\d)(\d\dT\d\d)(\d\d)/, '$1-$2-$3:$4:')),
  );
  if (id !== ACCESS.accessKeyId || region !== ACCESS.region) return 'InvalidAccessKeyId';
  if (!(age < 900_000)) return 'RequestTimeTooSkewed';
  if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
    return 'XAmzContentSHA256Mismatch';
  const names = signed.split(';');
  const unsigned = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (!names.includes('host') || unsigned.length > 0) return 'AccessDenied';
  const query = [...url.searchParams]
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&');
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [
    request.method,
    url.pathname,
    query,
    lines,
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  );
  const steps = [day, region, 's3', 'aws4_request', toSign];
  const expected = steps.reduce<string | Buffer>(
    (key, step) => createHmac('sha256', key).update(step).digest(),
    `AWS4${ACCESS.secretAccessKey}`,
  );
  return (expected as Buffer).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch';
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
