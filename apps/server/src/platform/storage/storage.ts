import type { Readable } from 'node:stream';
import type { ByteRange, Content, StoredObject } from './content.ts';
import type { ObjectKey, ObjectPrefix } from './object-key.ts';

export type PutOptions = { contentType?: string; maxBytes?: number };

/** Where files live: received media, imports, exports, backups. Both kinds behave the same and pass the same tests. */
export type Storage = {
  /**
   * Stores the whole content or nothing, replacing what was there; readers see the old or the new, never a part.
   * A stream is passed on as it comes and is never held whole.
   */
  put(key: ObjectKey, content: Content, options?: PutOptions): Promise<StoredObject & { sha256: string }>;
  /** Throws `storage_not_found`. A whole object is verified as it is read: damage is an error before its end. */
  get(key: ObjectKey, range?: ByteRange): Promise<StoredObject & { body: Readable }>;
  head(key: ObjectKey): Promise<StoredObject | null>;
  /** Deleting what is not there is no error: a repeated deletion must succeed. */
  delete(key: ObjectKey): Promise<void>;
  /** In the order of the keys, from the one after `after`. */
  list(prefix: ObjectPrefix, after?: ObjectKey): AsyncIterable<{ key: ObjectKey; size: number }>;
  /** Writes, reads and deletes a small object; throws what is wrong. For readiness and the doctor. */
  probe(): Promise<void>;
  close(): Promise<void>;
};
