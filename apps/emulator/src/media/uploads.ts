import { createReadStream } from 'node:fs';
import { appendFile, rm, truncate, writeFile } from 'node:fs/promises';
import { refuse } from '../graph/errors.ts';
import type { Collection } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import type { Files, StoredFile } from './files.ts';

/** A file that comes in pieces. */
export interface Upload {
  /** `upload:…`; the signature is the query of its address. */
  id: string;
  sig: string;
  appId: string;
  /** Where it lies until it is whole. */
  place: string;
  name?: string;
  type: string;
  length: number;
  offset: number;
  handle?: string;
}

/** A file that an app uploaded for its own ends: examples of templates, profile pictures. */
interface Handle {
  /** What stands in the address under which everybody can see the file. */
  id: string;
  handle: string;
  appId: string;
  fileId: string;
}

export interface HandledFile {
  file: StoredFile;
  appId: string;
  /** The path under which everybody can see it. */
  path: string;
}

/** Uploads that can be resumed, and the handles in which they end (Meta, "Resumable Upload API"). */
export class Uploads {
  readonly known: Collection<Upload>;
  readonly #world: World;
  readonly #files: Files;
  readonly #handles: Collection<Handle>;
  readonly #byHandle;
  readonly #writing = new Set<string>();

  constructor(world: World, files: Files) {
    this.#world = world;
    this.#files = files;
    this.known = world.collection<Upload>('uploads', { hidden: ['sig'] });
    this.#handles = world.collection<Handle>('handles');
    this.#byHandle = this.#handles.index(({ handle }) => handle);
  }

  begin(wanted: Pick<Upload, 'appId' | 'name' | 'type' | 'length'>): Upload {
    const place = this.#world.ids.next();
    const session = Buffer.from(`1:attachment:${place}`).toString('base64url');
    const sig = `AR${this.#world.random.hex(22)}`;
    return this.known.put({ ...wanted, id: `upload:${session}`, sig, place, offset: 0 });
  }

  /** Takes the next piece; with the last one the upload has its handle. */
  async append({ id }: Upload, offset: number, bytes: Uint8Array): Promise<Upload> {
    const upload = this.known.get(id);
    if (!upload || this.#writing.has(id)) refuse(100, 'The upload session is in use by another request.');
    if (upload.handle !== undefined) refuse(100, 'The upload session is complete.');
    if (offset !== upload.offset) refuse(100, `Param file_offset must be ${upload.offset}.`);
    if (offset + bytes.length > upload.length)
      refuse(100, `The file has more than the ${upload.length} bytes of file_length.`);
    this.#writing.add(id);
    try {
      await write(this.#files.unfinished(upload.place), offset, bytes);
      const grown = this.known.change(id, { offset: offset + bytes.length });
      return grown.offset === grown.length ? await this.#finish(grown) : grown;
    } finally {
      this.#writing.delete(id);
    }
  }

  find(handle: string): HandledFile | undefined {
    return this.#handled(this.#byHandle.get(handle));
  }

  /** What everybody may see under `/lookaside/v/`. */
  publicFile(key: string): StoredFile | undefined {
    return this.#handled(this.#handles.get(key))?.file;
  }

  #handled(found: Handle | undefined): HandledFile | undefined {
    const file = found && this.#files.known.get(found.fileId);
    return file && { file, appId: found.appId, path: `/lookaside/v/${found.id}` };
  }

  async #finish({ id, appId, name, type, place }: Upload): Promise<Upload> {
    const whole = this.#files.unfinished(place);
    const parts: AsyncIterable<Buffer> = createReadStream(whole);
    const file = await this.#files.keep({ parts, mime: type, ...(name !== undefined && { name }) });
    await rm(whole, { force: true });
    const key = this.#world.random.hex(32).toLowerCase();
    const made = this.#world.clock.seconds();
    const handle = `4::${Buffer.from(type).toString('base64')}:AR${key}:e:${made}:${appId}:AR${this.#world.random.hex(16)}`;
    this.#handles.put({ id: key, handle, appId, fileId: file.id });
    return this.known.change(id, { handle });
  }
}

/** What lies beyond the offset was written by a program that died before it could say so. */
async function write(place: string, offset: number, bytes: Uint8Array): Promise<void> {
  if (offset === 0) return writeFile(place, bytes);
  await truncate(place, offset);
  return appendFile(place, bytes);
}
