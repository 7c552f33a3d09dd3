import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** A file that a customer sent, which is at Meta under another number too, and a message that waits for it. */
export async function plantMedia(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  for (const name of ['mediaId', 'mediaMessageId'] as const) ids[name] ??= newId(now);
  await database.asOwner(
    `insert into media (workspace_id, media_id, direction, kind, state, number_id, message_id, contact_id, meta_media_id,
       told_mime, mime, sha256, size, file_name, created_at, used_at)
     values ($1, $2, 'in', 'document', 'stored', $3, $4, gen_random_uuid(), $5, $5, 'text/plain', sha256($6), 5, $5, $7, $7)`,
    [workspaceId, ids.mediaId, ids.keptNumberId, ids.mediaMessageId, `${word} file`, Buffer.from(word), now],
  );
  await database.asOwner(
    `insert into media_uploads (workspace_id, media_id, number_id, state, meta_media_id, good_until, changed_at)
     values ($1, $2, $3, 'ready', $4, $5, $5)`,
    [workspaceId, ids.mediaId, ids.keptNumberId, `${word} at meta`, now],
  );
  await database.asOwner(
    `insert into media_waits (workspace_id, media_id, number_id, message_id) values ($1, $2, $3, $4)`,
    [workspaceId, ids.mediaId, ids.keptNumberId, ids.mediaMessageId],
  );
}
