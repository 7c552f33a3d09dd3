import { createGraphClient, GraphFailure, type GraphClient } from '@trikon/whatsapp/client';
import type { Actor, Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { graphForNumber } from '../../numbers/index.ts';
import type { FileKind } from '../content/files.ts';
import { examine, type Examined } from './examine.ts';
import type { MediaParts } from './media-parts.ts';
import { removeFile, storeFile, type FileId, type StoredFile } from './store-file.ts';
import { isOfKind, mostBytes } from './types.ts';

interface Waiting {
  kind: FileKind;
  numberId: string;
  messageId: string | null;
  contactId: string | null;
  metaMediaId: string;
  toldSha256: string | null;
  fetchBy: Date;
  /** What came of the last try. */
  reason: string | null;
}

interface Attempt {
  isLast: boolean;
  signal: AbortSignal;
}

const actor: Actor = { kind: 'system', id: 'messaging.fetch-media' };
const downloadMilliseconds = 120_000;

/** Why a file is not here and will not be: the state and the reason that are shown. */
interface Ended {
  state: 'failed' | 'refused' | 'expired';
  reason: string;
}

/** Fetches a received file from Meta while Meta has it. Throws when another try may succeed. */
export async function fetchInbound(parts: MediaParts, id: FileId, attempt: Attempt): Promise<void> {
  const waiting = await readWaiting(parts, id);
  if (waiting === null) return;
  const isOver = parts.clock.now() >= waiting.fetchBy;
  if (isOver) return end(parts, id, waiting, tooLate(waiting));
  try {
    const fetched = await fetchOnce(parts, id, waiting, attempt.signal);
    if ('state' in fetched) await end(parts, id, waiting, fetched);
    else await keep(parts, id, waiting, fetched);
  } catch (error) {
    if (attempt.signal.aborted) throw error;
    const reason = reasonOf(error);
    if (attempt.isLast) return end(parts, id, waiting, { state: 'failed', reason });
    await noteReason(parts, id, reason);
    throw error;
  }
}

const tooLate = ({ reason }: Waiting): Ended =>
  reason === null ? { state: 'expired', reason: 'gone_at_meta' } : { state: 'failed', reason };

const reasonOf = (error: unknown): string => {
  if (error instanceof WrongHash) return 'wrong_hash';
  return error instanceof GraphFailure ? 'meta_unreachable' : 'not_stored';
};

async function readWaiting({ db }: MediaParts, { workspaceId, mediaId }: FileId): Promise<Waiting | null> {
  const [row] = await db.readWorkspace({ workspaceId, actor }, (tx) =>
    tx.sql<Waiting>(
      `select kind, number_id as "numberId", message_id as "messageId", contact_id as "contactId",
         meta_media_id as "metaMediaId", encode(told_sha256, 'hex') as "toldSha256", fetch_by as "fetchBy", reason
       from media where workspace_id = $1 and media_id = $2 and direction = 'in' and state = 'waiting'`,
      [workspaceId, mediaId],
    ),
  );
  return row ?? null;
}

/** A download that was cut short or is not what was told: the next one may be right. */
class WrongHash extends Error {
  override name = 'WrongHash';
}

async function fetchOnce(
  parts: MediaParts,
  id: FileId,
  { numberId, metaMediaId, toldSha256, kind }: Waiting,
  signal: AbortSignal,
): Promise<StoredFile | Ended> {
  const client = await clientFor(parts, { workspaceId: id.workspaceId, numberId });
  if (client === null) return { state: 'failed', reason: 'number_disconnected' };
  const found = await findAtMeta(client, metaMediaId, signal);
  if (found === null) return { state: 'expired', reason: 'gone_at_meta' };
  if ((found.bytes ?? 0) > mostBytes) return { state: 'refused', reason: 'too_large' };
  const timeoutMs = parts.downloadMilliseconds ?? downloadMilliseconds;
  const download = await client.graph.downloadMedia({ url: found.url, mostBytes }, { timeoutMs, signal });
  if (download.outcome === 'too_large') return { state: 'refused', reason: 'too_large' };
  if (download.outcome === 'expired') throw new Error('The link to a received file was too old.');
  // It may break before the storage begins to read, which then learns of it; with nobody to hear it the program would end.
  download.stream.on('error', () => {});
  const file = await storeFile(parts.storage, id, { content: download.stream, mostBytes });
  const told = [toldSha256, found.sha256?.toLowerCase() ?? null].filter((hash) => hash !== null);
  if (told.some((hash) => hash !== file.sha256)) {
    await removeFile(parts.storage, id);
    throw new WrongHash('A received file is not the one that Meta told of.');
  }
  if (isOfKind(kind, file.traits.mime)) return file;
  await removeFile(parts.storage, id);
  return { state: 'refused', reason: `not_${kind}` };
}

interface Client {
  graph: GraphClient;
  phoneNumberId: string;
}

async function clientFor(
  { db, numbers }: MediaParts,
  ids: { workspaceId: string; numberId: string },
): Promise<Client | null> {
  try {
    const access = await db.inWorkspace({ workspaceId: ids.workspaceId, actor }, (tx) =>
      graphForNumber(tx, numbers, ids),
    );
    return { graph: createGraphClient(access), phoneNumberId: access.phoneNumberId };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return null;
    throw error;
  }
}

/** Null when Meta does not have it any more. */
async function findAtMeta({ graph, phoneNumberId }: Client, mediaId: string, signal: AbortSignal) {
  try {
    return await graph.getMedia({ mediaId, numberId: phoneNumberId }, { signal });
  } catch (error) {
    const failure = error instanceof GraphFailure ? error.failure : undefined;
    if (failure?.outcome === 'refused' && failure.error.code === 100) return null;
    throw error;
  }
}

async function keep(parts: MediaParts, id: FileId, waiting: Waiting, file: StoredFile): Promise<void> {
  const examined = await examine(parts, id, file);
  const { workspaceId } = id;
  await parts.db.inWorkspace({ workspaceId, actor }, async (tx) => {
    if (!(await store(tx, id, file, examined))) return;
    await tell(tx, id, waiting, examined.quarantined === null ? 'stored' : 'quarantined');
  });
}

async function store(
  tx: Tx,
  { workspaceId, mediaId }: FileId,
  { size, sha256, traits }: StoredFile,
  examined: Examined,
): Promise<boolean> {
  const rows = await tx.sql(
    `update media set state = case when $5::text is null then 'stored' else 'quarantined' end, reason = $5,
       size = $3, sha256 = decode($4, 'hex'), mime = $6, width = $7, height = $8, duration_ms = $9, pages = $10,
       has_thumbnail = $11, has_preview = $12
     where workspace_id = $1 and media_id = $2 and state = 'waiting' returning media_id`,
    [
      workspaceId,
      mediaId,
      size,
      sha256,
      examined.quarantined,
      traits.mime,
      examined.width,
      examined.height,
      examined.durationMs,
      examined.pages,
      examined.hasThumbnail,
      examined.hasPreview,
    ],
  );
  return rows.length > 0;
}

async function end(parts: MediaParts, id: FileId, waiting: Waiting, { state, reason }: Ended): Promise<void> {
  const { workspaceId, mediaId } = id;
  await parts.db.inWorkspace({ workspaceId, actor }, async (tx) => {
    const rows = await tx.sql(
      `update media set state = $3, reason = $4
       where workspace_id = $1 and media_id = $2 and state = 'waiting' returning media_id`,
      [workspaceId, mediaId, state, reason],
    );
    if (rows.length > 0) await tell(tx, id, waiting, state);
  });
}

async function noteReason(
  { db }: MediaParts,
  { workspaceId, mediaId }: FileId,
  reason: string,
): Promise<void> {
  await db.inWorkspace({ workspaceId, actor }, (tx) =>
    tx.sql(`update media set reason = $3 where workspace_id = $1 and media_id = $2 and state = 'waiting'`, [
      workspaceId,
      mediaId,
      reason,
    ]),
  );
}

async function tell(
  tx: Tx,
  { mediaId }: FileId,
  { messageId, contactId }: Waiting,
  state: 'stored' | 'quarantined' | Ended['state'],
): Promise<void> {
  await publish(tx, {
    type: 'media.fetched',
    ...(contactId !== null && { contactId }),
    data: { mediaId, messageId, state },
  });
}
