import type { SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { enqueueIn } from '../../../platform/jobs/index.ts';
import type { FileKind } from '../content/files.ts';
import { fetchMedia } from './fetch-job.ts';

/** A file that a webhook tells of. */
export interface InboundFile {
  workspaceId: string;
  numberId: string;
  messageId: string;
  contactId: string;
  kind: FileKind;
  metaMediaId: string;
  mime?: string;
  /** In base64, as in webhooks, or in hexadecimal. */
  sha256?: string;
  fileName?: string;
}

/** Meta keeps what it received for so long. */
const lifeMilliseconds = 7 * 86_400_000;

/** Notes files to be fetched, once each, and says under which ids, in the order in which they were given. */
export async function noteInboundMedia(tx: SystemTx, files: readonly InboundFile[]): Promise<string[]> {
  if (files.length === 0) return [];
  const rows = files
    .map((file) => ({
      workspace_id: file.workspaceId,
      media_id: newId(tx.now),
      kind: file.kind,
      number_id: file.numberId,
      message_id: file.messageId,
      contact_id: file.contactId,
      meta_media_id: file.metaMediaId,
      told_sha256: hexOf(file.sha256),
      told_mime: file.mime?.slice(0, 200),
      file_name: file.fileName?.replaceAll('\0', '').slice(0, 300),
    }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const stored = await tx.sql<{ workspaceId: string; mediaId: string }>(insertNoted, [
    JSON.stringify(rows),
    new Date(tx.now.getTime() + lifeMilliseconds),
    tx.now,
  ]);
  const jobs = stored.map(({ workspaceId, mediaId }) => ({ workspaceId, input: { mediaId }, key: mediaId }));
  await enqueueIn(tx, fetchMedia, jobs);
  const ids = await idsOf(tx, rows);
  return files.map((file) => ids.get(`${file.workspaceId} ${file.numberId} ${file.metaMediaId}`)!);
}

interface Noted {
  workspace_id: string;
  number_id: string;
  meta_media_id: string;
}

const placeOf = ({ workspace_id, number_id, meta_media_id }: Noted): string =>
  `${workspace_id} ${number_id} ${meta_media_id}`;

const insertNoted = `
  insert into media (workspace_id, media_id, direction, kind, state, number_id, message_id, contact_id, meta_media_id,
    told_sha256, told_mime, file_name, fetch_by, created_at, used_at)
  select workspace_id, media_id, 'in', kind, 'waiting', number_id, message_id, contact_id, meta_media_id,
    decode(told_sha256, 'hex'), told_mime, file_name, $2, $3, $3
  from jsonb_to_recordset($1::jsonb) as given (workspace_id uuid, media_id uuid, kind text, number_id uuid,
    message_id uuid, contact_id uuid, meta_media_id text, told_sha256 text, told_mime text, file_name text)
  on conflict do nothing
  returning workspace_id as "workspaceId", media_id as "mediaId"`;

async function idsOf(tx: SystemTx, rows: readonly Noted[]): Promise<Map<string, string>> {
  const found = await tx.sql<Noted & { media_id: string }>(
    `select workspace_id, number_id, meta_media_id, media_id
     from jsonb_to_recordset($1::jsonb) as given (workspace_id uuid, number_id uuid, meta_media_id text)
     join media using (workspace_id, number_id, meta_media_id) where direction = 'in'`,
    [JSON.stringify(rows)],
  );
  return new Map(found.map((row) => [placeOf(row), row.media_id]));
}

/** Meta writes hashes in hexadecimal in one place and in base64 in another. What is neither counts as not told. */
function hexOf(hash: string | undefined): string | undefined {
  if (hash === undefined) return undefined;
  if (/^[\da-f]{64}$/i.test(hash)) return hash.toLowerCase();
  const bytes = Buffer.from(hash, 'base64');
  return bytes.length === 32 ? bytes.toString('hex') : undefined;
}
