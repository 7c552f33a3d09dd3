import type { Collection } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import { fetchFile, whyNot } from './fetch-link.ts';
import { type Files, type StoredFile, TooLarge } from './files.ts';

/** What was found under an address, and until when nobody looks again. */
interface Link {
  /** The address. */
  id: string;
  fileId: string;
  until: number;
}

export type FoundLink = { file: StoredFile } | { reason: string };

/** Meta, "Media caching". */
const cachedFor = 10 * 60_000;
const largest = 100 * 1024 * 1024;

/** Media that businesses name by an address: fetched once in ten minutes for each address. */
export class Links {
  readonly #world: World;
  readonly #files: Files;
  readonly #known: Collection<Link>;
  readonly #underway = new Map<string, Promise<FoundLink>>();

  constructor(world: World, files: Files) {
    this.#world = world;
    this.#files = files;
    this.#known = world.collection<Link>('links');
    world.settleBefore(async () => void (await Promise.all(this.#underway.values())));
  }

  /** What the address held when it was fetched last. */
  fileOf(url: string): StoredFile | undefined {
    const link = this.#known.get(url);
    return link && this.#files.known.get(link.fileId);
  }

  fetch(url: string): Promise<FoundLink> {
    const link = this.#known.get(url);
    const file = this.fileOf(url);
    if (file && link && link.until > this.#world.clock.now()) return Promise.resolve({ file });
    const underway = this.#underway.get(url) ?? this.#fetch(url);
    this.#underway.set(url, underway);
    return underway;
  }

  async #fetch(url: string): Promise<FoundLink> {
    try {
      const found = await fetchFile(url);
      if (!found.ok) return { reason: found.reason };
      const file = await this.#files.keep({
        parts: found.parts,
        mime: found.type,
        name: nameOf(url),
        largest,
      });
      this.#known.put({ id: url, fileId: file.id, until: this.#world.clock.now() + cachedFor });
      return { file };
    } catch (error) {
      if (error instanceof TooLarge)
        return { reason: `Media under the link is larger than ${largest} bytes.` };
      return { reason: whyNot(error) };
    } finally {
      this.#underway.delete(url);
    }
  }
}

/** The last part of the path, which is what a document without a name is called. */
function nameOf(url: string): string {
  const last = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
