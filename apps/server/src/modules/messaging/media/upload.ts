import type { Readable } from 'node:stream';
import type { Actor, Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { StorageError } from '../../../platform/storage/index.ts';
import type { FileKind } from '../content/files.ts';
import { examine, type Examined } from './examine.ts';
import type { MediaParts } from './media-parts.ts';
import type { Traits } from './sniff.ts';
import { removeFile, storeFile, TooLarge, type FileId, type StoredFile } from './store-file.ts';
import { kindOf, kindRules, mostBytes, problemAs } from './types.ts';

export interface Upload {
  workspaceId: string;
  actor: Actor;
  content: Readable;
  toldMime: string | null;
  fileName: string | null;
  /** As what it is to be sent; as what its bytes are, if that is not said. */
  as: FileKind | undefined;
}

/**
 * Takes a file in while it arrives, and gives its id. The same bytes are one file of a workspace, however often they
 * come. A row says from the beginning that a file may be there, so that what a crash leaves behind is found.
 */
export async function takeUpload(parts: MediaParts, upload: Upload): Promise<string> {
  const { workspaceId, actor } = upload;
  const id: FileId = { workspaceId, mediaId: newId(parts.clock.now()) };
  const scope = { workspaceId, actor };
  await parts.db.inWorkspace(scope, (tx) => begin(tx, id.mediaId, upload));
  try {
    const file = await arrive(parts, id, upload);
    const known = await parts.db.inWorkspace(scope, (tx) => findSame(tx, file.sha256));
    if (known === null) {
      const examined = await examine(parts, id, file);
      if (examined.quarantined !== null) throw harmful();
      const kept = await parts.db.inWorkspace(scope, (tx) => finish(tx, { id, upload, file, examined }));
      if (kept === id.mediaId) return kept;
      await abandon(parts, id, actor);
      return kept;
    }
    await abandon(parts, id, actor);
    return known;
  } catch (error) {
    await abandon(parts, id, actor);
    throw error;
  }
}

async function begin(tx: Tx, mediaId: string, { fileName, toldMime, as }: Upload): Promise<void> {
  await tx.sql(
    `insert into media (workspace_id, media_id, direction, kind, state, told_mime, file_name, created_at, used_at)
     values ($1, $2, 'out', $3, 'waiting', $4, $5, $6, $6)`,
    [tx.workspaceId, mediaId, as ?? 'document', toldMime, fileName, tx.now],
  );
}

async function abandon(parts: MediaParts, id: FileId, actor: Actor): Promise<void> {
  await removeFile(parts.storage, id);
  await parts.db.inWorkspace({ workspaceId: id.workspaceId, actor }, (tx) =>
    tx.sql(
      `delete from media where workspace_id = $1 and media_id = $2 and direction = 'out' and state = 'waiting'`,
      [id.workspaceId, id.mediaId],
    ),
  );
}

async function arrive(parts: MediaParts, id: FileId, { content, as }: Upload): Promise<StoredFile> {
  const judge = (traits: Traits): number => {
    const kind = as ?? kindOf(traits.mime);
    const problem = problemAs(kind, { ...traits, size: 0 });
    if (problem !== null) throw invalidField('as', 'wrong_type', problem);
    return kindRules[kind].most;
  };
  const file = await storeFile(parts.storage, id, { content, mostBytes, judge }).catch((error: unknown) => {
    throw refusalOf(error, as);
  });
  if (file.size === 0) throw invalidField('body', 'empty', 'The file is empty.');
  const kind = as ?? kindOf(file.traits.mime);
  const problem = problemAs(kind, { ...file.traits, size: file.size });
  if (problem !== null) throw tooLarge(problem);
  return file;
}

function refusalOf(error: unknown, as: FileKind | undefined): unknown {
  if (error instanceof TooLarge) {
    const kind = as ?? kindOf(error.traits.mime);
    const { name, mostWords } = kindRules[kind];
    const more =
      kind === 'image' || kind === 'video' ? ' Send it as a document (as=document), or smaller.' : '';
    return tooLarge(`${name} may have at most ${mostWords} for WhatsApp.${more}`);
  }
  if (error instanceof StorageError && error.code === 'storage_too_large') {
    return tooLarge('Documents may have at most 100 MB for WhatsApp.');
  }
  const { code } = error as { code?: string };
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new Refusal('malformed_request', 'The file did not arrive whole.');
  return error;
}

const tooLarge = (sentence: string): Refusal => new Refusal('too_large', sentence);

const harmful = (): Refusal =>
  new Refusal('invalid_input', 'The scanner of this installation refuses this file as harmful.');

async function findSame(tx: Tx, sha256: string): Promise<string | null> {
  const [row] = await tx.sql<{ mediaId: string }>(
    `update media set used_at = $3
     where workspace_id = $1 and sha256 = decode($2, 'hex') and direction = 'out' and state = 'stored'
     returning media_id as "mediaId"`,
    [tx.workspaceId, sha256, tx.now],
  );
  return row?.mediaId ?? null;
}

interface Finished {
  id: FileId;
  upload: Upload;
  file: StoredFile;
  examined: Examined;
}

/** The first of those that arrive at the same moment stays; one after the other, so that there is a first. */
async function finish(tx: Tx, { id, upload, file, examined }: Finished): Promise<string> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended($1, 7254015))`, [
    `${id.workspaceId} ${file.sha256}`,
  ]);
  const known = await findSame(tx, file.sha256);
  if (known !== null) return known;
  const { traits, size, sha256 } = file;
  await tx.sql(
    `update media set state = 'stored', kind = $3, mime = $4, size = $5, sha256 = decode($6, 'hex'), width = $7,
       height = $8, duration_ms = $9, pages = $10, has_thumbnail = $11, has_preview = $12, used_at = $13
     where workspace_id = $1 and media_id = $2`,
    [
      id.workspaceId,
      id.mediaId,
      upload.as ?? kindOf(traits.mime),
      traits.mime,
      size,
      sha256,
      examined.width,
      examined.height,
      examined.durationMs,
      examined.pages,
      examined.hasThumbnail,
      examined.hasPreview,
      tx.now,
    ],
  );
  return id.mediaId;
}
