import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { enqueueIn } from '../../../platform/jobs/index.ts';
import type { NamedFile } from '../content/files.ts';
import { uploadToMeta } from './upload-job.ts';
import { problemAs, type Measured } from './types.ts';

/** A message that is about to be queued, with the files in it. */
export interface Bearer {
  workspaceId: string;
  numberId: string;
  messageId: string;
  files: readonly NamedFile[];
}

export interface Awaited {
  /** These have to be queued as waiting, with hold `media`: they become ready by themselves. */
  waiting: Set<string>;
  /** These can never leave: why, in a sentence. */
  impossible: Map<string, string>;
}

/** An id is used until this long before Meta forgets it: a message may wait in the queue. */
const marginMilliseconds = 3_600_000;

interface Pair {
  workspaceId: string;
  mediaId: string;
  numberId: string;
}

const pairKey = ({ workspaceId, mediaId, numberId }: Pair): string => `${workspaceId} ${mediaId} ${numberId}`;

/** Sees to it that the files of messages are at Meta under the number that sends them, before they leave. */
export async function awaitMedia(tx: Tx | SystemTx, bearers: readonly Bearer[]): Promise<Awaited> {
  const withFiles = bearers.filter(({ files }) => files.length > 0);
  if (withFiles.length === 0) return { waiting: new Set(), impossible: new Map() };
  const impossible = await findImpossible(tx, withFiles);
  const possible = withFiles.filter(({ messageId }) => !impossible.has(messageId));
  const ready = await readyMediaIds(tx, possible.flatMap(pairsOf));
  const missing = possible.flatMap(pairsOf).filter((pair) => !ready.has(pairKey(pair)));
  const awaited = await want(tx, missing);
  const waits = possible.flatMap((bearer) =>
    pairsOf(bearer)
      .filter((pair) => awaited.has(pairKey(pair)))
      .map((pair) => ({ ...pair, messageId: bearer.messageId })),
  );
  await tx.sql(
    `insert into media_waits (workspace_id, media_id, number_id, message_id)
     select "workspaceId", "mediaId", "numberId", "messageId" from jsonb_to_recordset($1::jsonb)
       as wait ("workspaceId" uuid, "mediaId" uuid, "numberId" uuid, "messageId" uuid)
     order by 1, 2, 3, 4 on conflict do nothing`,
    [JSON.stringify(waits)],
  );
  return { waiting: new Set(waits.map(({ messageId }) => messageId)), impossible };
}

const pairsOf = ({ workspaceId, numberId, files }: Bearer): Pair[] =>
  files.map(({ mediaId }) => ({ workspaceId, numberId, mediaId }));

async function findImpossible(tx: Tx | SystemTx, bearers: readonly Bearer[]): Promise<Map<string, string>> {
  const rows = await tx.sql<Measured & { workspaceId: string; mediaId: string; state: string }>(
    `update media set used_at = greatest(used_at, $2) from (
       select distinct "workspaceId", "mediaId" from jsonb_to_recordset($1::jsonb)
         as given ("workspaceId" uuid, "mediaId" uuid)
     ) as given
     where workspace_id = "workspaceId" and media_id = "mediaId"
     returning workspace_id as "workspaceId", media_id as "mediaId", state, mime, size, width, height`,
    [JSON.stringify(bearers.flatMap(pairsOf)), tx.now],
  );
  const known = new Map(rows.map((row) => [`${row.workspaceId} ${row.mediaId}`, row]));
  const problemOf = (workspaceId: string, { kind, mediaId }: NamedFile): string | null => {
    const file = known.get(`${workspaceId} ${mediaId}`);
    if (file?.state !== 'stored') return 'The file of this message is not stored here (any more).';
    return problemAs(kind, file);
  };
  const impossible = new Map<string, string>();
  for (const { workspaceId, messageId, files } of bearers) {
    const problem = files.map((file) => problemOf(workspaceId, file)).find((found) => found !== null);
    if (problem) impossible.set(messageId, problem);
  }
  return impossible;
}

/** Meta's ids of files that are there, by `workspace media number`. */
export async function readyMediaIds(tx: Tx | SystemTx, pairs: readonly Pair[]): Promise<Map<string, string>> {
  if (pairs.length === 0) return new Map();
  const rows = await tx.sql<Pair & { metaMediaId: string }>(
    `select distinct workspace_id as "workspaceId", media_id as "mediaId", number_id as "numberId",
       meta_media_id as "metaMediaId"
     from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "mediaId" uuid, "numberId" uuid)
     join media_uploads on workspace_id = "workspaceId" and media_id = "mediaId" and number_id = "numberId"
     where state = 'ready' and good_until > $2`,
    [JSON.stringify(pairs), new Date(tx.now.getTime() + marginMilliseconds)],
  );
  return new Map(rows.map((row) => [pairKey(row), row.metaMediaId]));
}

/** Has files uploaded. Its rows stay locked, so that what is uploaded meanwhile finds the messages that wait for it. */
async function want(tx: Tx | SystemTx, pairs: readonly Pair[]): Promise<Set<string>> {
  if (pairs.length === 0) return new Set();
  const rows = await tx.sql<Pair & { state: string }>(
    `insert into media_uploads as known (workspace_id, media_id, number_id, state, changed_at)
     select distinct "workspaceId", "mediaId", "numberId", 'waiting', $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "mediaId" uuid, "numberId" uuid)
     order by 1, 2, 3
     on conflict (workspace_id, media_id, number_id) do update set changed_at = excluded.changed_at, reason = null,
       state = case when known.state = 'ready' and known.good_until > $3 then 'ready' else 'waiting' end
     returning workspace_id as "workspaceId", media_id as "mediaId", number_id as "numberId", state`,
    [JSON.stringify(pairs), tx.now, new Date(tx.now.getTime() + marginMilliseconds)],
  );
  const waiting = rows.filter(({ state }) => state === 'waiting');
  await enqueueIn(
    tx,
    uploadToMeta,
    waiting.map(({ workspaceId, mediaId, numberId }) => ({
      workspaceId,
      input: { mediaId, numberId },
      key: `${mediaId} ${numberId}`,
      priority: 'urgent' as const,
    })),
  );
  return new Set(waiting.map(pairKey));
}
