import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { StorageError } from './storage-error.ts';

export type Content = Uint8Array | AsyncIterable<Uint8Array>;

export type StoredObject = {
  size: number;
  contentType: string;
  /** In hex. Absent only for objects that were sent to S3 in parts: it is known after the last one, and `put` returns it. */
  sha256?: string;
};

export type ByteRange = { start: number; end?: number };

const CONTENT_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,100}(?:; ?[\w-]{1,20}=[\w."-]{1,40}){0,2}$/;
export const UNKNOWN_TYPE = 'application/octet-stream';

/** A type that cannot break a header; whoever serves the object decides whether to trust it. */
export function safeContentType(given: string | undefined): string {
  return given !== undefined && CONTENT_TYPE.test(given) ? given : UNKNOWN_TYPE;
}

/** Bytes as they pass, counted, hashed and cut off at `maxBytes`. */
export function meter(maxBytes = Number.MAX_SAFE_INTEGER): {
  count(chunk: Uint8Array): void;
  size(): number;
  sha256(): string;
} {
  const hash = createHash('sha256');
  let size = 0;
  return {
    count(chunk) {
      size += chunk.byteLength;
      if (size > maxBytes)
        throw new StorageError('storage_too_large', { say: `At most ${maxBytes} bytes are accepted.` });
      hash.update(chunk);
    },
    size: () => size,
    sha256: () => hash.digest('hex'),
  };
}

export async function* chunksOf(content: Content): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** First and last byte, both included, as every store counts them. */
export function resolveRange(range: ByteRange, size: number): { start: number; end: number } {
  const end = Math.min(range.end ?? size - 1, size - 1);
  const whole = Number.isSafeInteger(range.start) && Number.isSafeInteger(end);
  if (!whole || range.start < 0 || range.start >= size || end < range.start)
    throw new StorageError('storage_range_invalid');
  return { start: range.start, end };
}

/** Lets a whole object through and fails at its end if it is not what was stored. */
export function verify(sha256: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : new StorageError('storage_damaged'));
    },
  });
}
