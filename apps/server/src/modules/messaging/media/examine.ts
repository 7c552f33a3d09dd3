import type { Storage } from '../../../platform/storage/index.ts';
import { opusMilliseconds } from './opus-length.ts';
import { draw, drawingOf } from './previews.ts';
import type { Scan } from './scan.ts';
import { keyOf, readStored, type FileId, type StoredFile } from './store-file.ts';

/** What is known of a stored file after it was looked at. */
export interface Examined {
  quarantined: string | null;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  pages: number | null;
  hasThumbnail: boolean;
  hasPreview: boolean;
}

interface Examiner {
  storage: Storage;
  scan: Scan | null;
}

const nothingKnown = { durationMs: null, pages: null, hasThumbnail: false, hasPreview: false };

/** Has a stored file scanned, and draws what is shown of it. */
export async function examine(parts: Examiner, id: FileId, file: StoredFile): Promise<Examined> {
  const { traits, size, sha256 } = file;
  const { width = null, height = null, mime } = traits;
  const plain = { ...nothingKnown, width, height };
  if (parts.scan !== null) {
    const verdict = await parts.scan({ bytes: await readStored(parts.storage, id), mime, sha256 });
    if (!verdict.clean) return { ...plain, quarantined: `scanner: ${verdict.name}`.slice(0, 200) };
  }
  const durationMs = mime === 'audio/ogg' ? await opusMilliseconds(parts.storage, id, size) : null;
  return { ...plain, quarantined: null, durationMs, ...(await drawn(parts.storage, id, file)) };
}

async function drawn(storage: Storage, id: FileId, { traits, size }: StoredFile): Promise<Partial<Examined>> {
  const kind = drawingOf(traits, size);
  const pictures = kind === null ? null : await draw({ kind, bytes: await readStored(storage, id) });
  if (pictures === null) return {};
  const { width, height, pages, thumbnail, preview } = pictures;
  const contentType = 'image/webp';
  if (thumbnail) await storage.put(keyOf(id, 'thumbnail'), thumbnail, { contentType });
  if (preview) await storage.put(keyOf(id, 'preview'), preview, { contentType });
  return {
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    pages: pages ?? null,
    hasThumbnail: thumbnail !== undefined,
    hasPreview: preview !== undefined,
  };
}
