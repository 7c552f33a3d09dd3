import { readFileSync } from 'node:fs';
import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import { refuse } from '../graph/errors.ts';
import type { Collection } from '../world/collection.ts';
import { Files, type StoredFile } from './files.ts';
import { problemWith } from './kinds.ts';
import { type FoundLink, Links } from './links.ts';
import { type Reference, referencesIn } from './references.ts';
import { signLink } from './signed-link.ts';
import { type HandledFile, Uploads } from './uploads.ts';

/** A file that a business knows by an id: what it uploaded, and what a customer sent to it. */
export interface Medium {
  id: string;
  fileId: string;
  numberId: string;
  source: 'upload' | 'customer';
  expiresAt: number;
}

export interface Storing {
  bytes: Uint8Array;
  type: string;
  name?: string;
  numberId: string;
  source: Medium['source'];
  /** Milliseconds that it is kept; by default as long as Meta keeps it. */
  keptFor?: number;
}

/** A file as webhooks carry it. */
export type WireFile = { id: string; mime_type: string; sha256: string; url: string };

/** A file as a phone shows it; its address is the world's own and needs no token. */
export interface MediaSight {
  id: string;
  url: string;
  mime: string;
  bytes: number;
  name?: string;
  width?: number;
  height?: number;
}

const day = 86_400_000;

/** Meta, "Media": 30 days for uploads, 7 for what customers send. */
const retention: Record<Medium['source'], number> = { upload: 30 * day, customer: 7 * day };

/** Files of businesses and customers: what can be uploaded, sent, received and looked at. */
export class Media {
  readonly emulator: Emulator;
  readonly files: Files;
  readonly known: Collection<Medium>;
  readonly uploads: Uploads;
  /** Under which address the emulator is reached, for links in webhooks. */
  origin = 'http://127.0.0.1:4200';
  readonly #links: Links;
  readonly #setting;
  readonly #expire: (at: number, id: string) => number;

  constructor(emulator: Emulator) {
    const { world } = emulator;
    this.emulator = emulator;
    this.files = new Files(world);
    this.known = world.collection<Medium>('media');
    this.uploads = new Uploads(world, this.files);
    this.#links = new Links(world, this.files);
    this.#setting = world.setting('media', { checkContent: true, linkMinutes: 5 });
    this.#expire = world.tasks.on<string>('media.expire', (id) => this.known.delete(id));
  }

  /** The file of a medium, or of what a phone picked. */
  fileOf(id: string): StoredFile | undefined {
    return this.files.known.get(this.known.get(id)?.fileId ?? id);
  }

  /** For who needs the bytes themselves, such as a Flow's endpoint. */
  read(id: string): { bytes: Uint8Array; mime: string } | undefined {
    const file = this.fileOf(id);
    return file && { bytes: readFileSync(this.files.pathOf(file)), mime: file.mime };
  }

  find(id: string): (Medium & { file: StoredFile }) | undefined {
    const medium = this.known.get(id);
    const file = medium && this.files.known.get(medium.fileId);
    return file && { ...medium, file };
  }

  async store({ bytes, type, name, numberId, source, keptFor }: Storing): Promise<Medium> {
    const file = await this.files.keep({ parts: [bytes], mime: type, ...(name && { name }) });
    return this.#list(file.id, numberId, source, keptFor);
  }

  /** What a webhook carries when a customer sends a picked file; each sending has an id of its own. */
  wire(fileId: string, numberId: string): WireFile | undefined {
    const file = this.fileOf(fileId);
    if (!file) return undefined;
    const { id } = this.#list(file.id, numberId, 'customer');
    return {
      id,
      mime_type: file.mime,
      sha256: Buffer.from(file.sha256, 'hex').toString('base64'),
      url: this.urlFor(id, this.origin),
    };
  }

  /** The address of the download, good for five minutes and only with a token. */
  urlFor(id: string, origin: string): string {
    const ext = Math.ceil(this.emulator.world.clock.now() / 1000) + this.#setting.value.linkMinutes * 60;
    const query = new URLSearchParams({
      mid: id,
      source: 'getMedia',
      ext: String(ext),
      hash: signLink(this.emulator.world.seed, id, ext),
    });
    return `${origin}/lookaside/whatsapp_business/attachments/?${query.toString()}`;
  }

  fetchLink(url: string): Promise<FoundLink> {
    return this.#links.fetch(url);
  }

  /** The file behind a handle of a resumable upload. */
  handle(handle: string): HandledFile | undefined {
    return this.uploads.find(handle);
  }

  /** Where everybody can see that file. */
  handleUrl(handle: string, origin: string): string | undefined {
    const found = this.handle(handle);
    return found && `${origin}${found.path}`;
  }

  view({ id, link }: { id?: string; link?: string }): MediaSight | undefined {
    const file = id === undefined ? link && this.#links.fileOf(link) : this.fileOf(id);
    return file ? sightOf(file) : undefined;
  }

  /** Refuses content that names media which the account does not have. */
  checkReferences({ wabaId }: BusinessNumber, content: unknown): void {
    for (const { id, place } of referencesIn(content)) {
      if (id === undefined) continue;
      const medium = this.known.get(id);
      if (!medium || this.wabaOf(medium) !== wabaId)
        refuse(100, `Param ${place}['id'] is not a valid whatsapp business account media attachment ID`);
    }
  }

  /** Sees to the media of a message that is on its way: why it fails, null in the end when it does not; null at once without any. */
  prepare(content: unknown): Promise<string | null> | null {
    const references = referencesIn(content);
    return references.length === 0 ? null : this.#prepareAll(references);
  }

  wabaOf({ numberId }: Medium): string | undefined {
    return this.emulator.directory.numbers.get(numberId)?.wabaId;
  }

  async #prepareAll(references: Reference[]): Promise<string | null> {
    for (const { kind, id, link = '' } of references) {
      const found = id === undefined ? await this.fetchLink(link) : this.#foundAt(id);
      if ('reason' in found) return found.reason;
      const problem = this.#setting.value.checkContent ? problemWith(found.file, kind) : null;
      if (problem !== null) return problem;
    }
    return null;
  }

  #foundAt(id: string): FoundLink {
    const file = this.fileOf(id);
    return file ? { file } : { reason: `Media ${id} is no longer there.` };
  }

  #list(fileId: string, numberId: string, source: Medium['source'], keptFor = retention[source]): Medium {
    const { world } = this.emulator;
    const expiresAt = world.clock.now() + keptFor;
    const medium = this.known.put({ id: world.ids.next(), fileId, numberId, source, expiresAt });
    this.#expire(expiresAt, medium.id);
    return medium;
  }
}

export const sightOf = ({ id, mime, size, name, traits: { width, height } }: StoredFile): MediaSight => ({
  id,
  url: `/world/media/${id}`,
  mime,
  bytes: size,
  ...(name !== undefined && { name }),
  ...(width !== undefined && height !== undefined && { width, height }),
});
