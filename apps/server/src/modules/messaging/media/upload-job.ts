import { createGraphClient, GraphFailure } from '@trikon/whatsapp/client';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { defineTask } from '../../../platform/jobs/index.ts';
import { graphForNumber } from '../../numbers/index.ts';
import type { MediaParts } from './media-parts.ts';
import { failWaiting, releaseWaiting } from './release.ts';
import { readStored } from './store-file.ts';

/** Meta keeps an upload for 30 days; a day of that is left to clocks and to messages on their way. */
const lifeMilliseconds = 29 * 86_400_000;
const claimMilliseconds = 5 * 60_000;

interface Claimed {
  mime: string;
  state: string;
}

/** Gives a file to Meta under the number that sends it, once; then what waited for it may leave. */
export const uploadToMeta = defineTask({
  name: 'messaging.upload-media',
  input: z.object({ mediaId: z.uuid(), numberId: z.uuid() }),
  maxAttempts: 6,
  run: async (job, { media }: { media: MediaParts }) => {
    const { input, workspaceId, inWorkspace, attempt, maxAttempts, signal } = job;
    const file = await inWorkspace((tx) => claim(tx, input));
    if (file === null) return;
    try {
      const metaMediaId = await upload(media, { ...input, ...file, workspaceId, signal });
      await inWorkspace((tx) => succeed(tx, { ...input, metaMediaId }));
    } catch (error) {
      const reason = lastingReason(error) ?? (attempt >= maxAttempts ? 'not_uploaded' : null);
      await inWorkspace((tx) => (reason === null ? unclaim(tx, input) : fail(tx, input, reason)));
      if (reason === null) throw error;
    }
  },
});

interface Target {
  mediaId: string;
  numberId: string;
}

/** Null when there is nothing (left) to do. While another copy of the program uploads it, this one waits its turn. */
async function claim(tx: Tx, { mediaId, numberId }: Target): Promise<Claimed | null> {
  const [row] = await tx.sql<{ isTaken: boolean; mime: string; state: string }>(
    `select coalesce(claimed_until > $4, false) as "isTaken", mime, media.state
     from media_uploads join media using (workspace_id, media_id)
     where workspace_id = $1 and media_id = $2 and media_uploads.number_id = $3 and media_uploads.state = 'waiting'
     for update of media_uploads`,
    [tx.workspaceId, mediaId, numberId, tx.now],
  );
  if (row === undefined) return null;
  if (row.isTaken) throw new Error('The file is being uploaded.');
  await tx.sql(
    `update media_uploads set claimed_until = $4 where workspace_id = $1 and media_id = $2 and number_id = $3`,
    [tx.workspaceId, mediaId, numberId, new Date(tx.now.getTime() + claimMilliseconds)],
  );
  return row;
}

async function unclaim(tx: Tx, { mediaId, numberId }: Target): Promise<void> {
  await tx.sql(
    `update media_uploads set claimed_until = null where workspace_id = $1 and media_id = $2 and number_id = $3`,
    [tx.workspaceId, mediaId, numberId],
  );
}

type Uploading = Target & Claimed & { workspaceId: string; signal: AbortSignal };

class NotStored extends Error {
  override name = 'NotStored';
}

async function upload(media: MediaParts, uploading: Uploading): Promise<string> {
  const { workspaceId, mediaId, numberId, mime, state, signal } = uploading;
  if (state !== 'stored') throw new NotStored('The file is not stored any more.');
  const scope = { workspaceId, actor: { kind: 'system', id: uploadToMeta.name } } as const;
  const access = await media.db.inWorkspace(scope, (tx) =>
    graphForNumber(tx, media.numbers, { workspaceId, numberId }),
  );
  const bytes = await readStored(media.storage, { workspaceId, mediaId });
  const file = { name: `file.${mime.split('/')[1]?.replaceAll(/\W/g, '') ?? 'bin'}`, type: mime, bytes };
  const { id } = await createGraphClient(access).uploadMedia(
    { numberId: access.phoneNumberId, ...file },
    { signal },
  );
  return id;
}

/** What another try cannot mend. */
function lastingReason(error: unknown): string | null {
  if (error instanceof NotStored) return 'not_stored';
  if (error instanceof Refusal && error.code === 'not_found') return 'number_disconnected';
  const failure = error instanceof GraphFailure ? error.failure : undefined;
  if (failure?.outcome !== 'refused') return null;
  return ['never', 'fix', 'suppress'].includes(failure.error.class) ? `meta_${failure.error.code}` : null;
}

async function succeed(tx: Tx, { mediaId, numberId, metaMediaId }: Target & { metaMediaId: string }) {
  await tx.sql(
    `update media_uploads set state = 'ready', meta_media_id = $4, good_until = $5, claimed_until = null, reason = null,
       changed_at = $6
     where workspace_id = $1 and media_id = $2 and number_id = $3`,
    [tx.workspaceId, mediaId, numberId, metaMediaId, new Date(tx.now.getTime() + lifeMilliseconds), tx.now],
  );
  await releaseWaiting(tx, { mediaId, numberId });
}

async function fail(tx: Tx, { mediaId, numberId }: Target, reason: string): Promise<void> {
  await tx.sql(
    `update media_uploads set state = 'failed', reason = $4, claimed_until = null, changed_at = $5
     where workspace_id = $1 and media_id = $2 and number_id = $3`,
    [tx.workspaceId, mediaId, numberId, reason, tx.now],
  );
  await failWaiting(tx, { mediaId, numberId, reason });
}
