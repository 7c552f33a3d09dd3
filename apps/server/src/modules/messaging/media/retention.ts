import { z } from 'zod';
import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { defineSystemTask, defineTask, enqueueIn } from '../../../platform/jobs/index.ts';
import type { MediaParts } from './media-parts.ts';
import { removeFile, type FileId } from './store-file.ts';

const day = 86_400_000;
const mostAtOnce = 500;

interface Parts {
  media: MediaParts;
}

/** Removes a workspace's files that nobody wanted for as long as files are kept, and what broken uploads left behind. */
const dropWorkspaceMedia = defineTask({
  name: 'messaging.drop-workspace-media',
  input: z.object({}),
  run: async ({ inWorkspace, workspaceId }, { media }: Parts) => {
    const ids = await inWorkspace((tx) => findUnwanted(tx, media.keptDays));
    await expire(media.storage, ids, (gone) => inWorkspace((tx) => markExpired(tx, workspaceId, gone)));
    if (ids.length < mostAtOnce) return;
    await inWorkspace((tx) => enqueueIn(tx, dropWorkspaceMedia, [{ workspaceId, input: {} }]));
  },
});

export const dropOldMedia = defineSystemTask({
  name: 'messaging.drop-old-media',
  input: z.object({}),
  schedule: '35 2 * * *',
  run: ({ acrossWorkspaces }, { media }: Parts) =>
    acrossWorkspaces(async (tx) => {
      const before = new Date(tx.now.getTime() - Math.min(media.keptDays, 1) * day);
      const workspaces = await tx.sql<{ workspaceId: string }>(
        `select distinct workspace_id as "workspaceId" from media
         where used_at < $1 and state in ('waiting', 'stored', 'quarantined')`,
        [before],
      );
      const jobs = workspaces.map(({ workspaceId }) => ({
        workspaceId,
        input: {},
        key: 'all',
        priority: 'later' as const,
      }));
      await enqueueIn(tx, dropWorkspaceMedia, jobs);
    }),
});

export const retentionTasks = [dropWorkspaceMedia, dropOldMedia];

async function findUnwanted(tx: Tx, keptDays: number): Promise<FileId[]> {
  const now = tx.now.getTime();
  return tx.sql<FileId>(
    `select workspace_id as "workspaceId", media_id as "mediaId" from media
     where workspace_id = $1 and (
       (state in ('stored', 'quarantined') and used_at < $2)
       or (state = 'waiting' and direction = 'out' and created_at < $3))
     order by media_id limit $4`,
    [tx.workspaceId, new Date(now - keptDays * day), new Date(now - day), mostAtOnce],
  );
}

/** The objects first: a row that still says "stored" is found again, a file without a row never. */
async function expire(
  storage: MediaParts['storage'],
  ids: readonly FileId[],
  mark: (ids: string[]) => Promise<void>,
): Promise<void> {
  for (const id of ids) await removeFile(storage, id);
  if (ids.length > 0) await mark(ids.map(({ mediaId }) => mediaId));
}

async function markExpired(tx: Tx | SystemTx, workspaceId: string, mediaIds: string[]): Promise<void> {
  await tx.sql(
    `update media set state = 'expired', reason = 'kept_long_enough', has_thumbnail = false, has_preview = false
     where workspace_id = $1 and media_id = any($2)`,
    [workspaceId, mediaIds],
  );
}
