import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** Lists that keep something from people, and what a customer asked for in the chat. */
export async function plantSuppression(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  for (const name of ['suppressionId', 'removedSuppressionId', 'suppressedId', 'ownWordId', 'wishMessageId'])
    ids[name] = newId(now);
  await database.asOwner(
    `insert into suppression_lists (workspace_id, list_id, name, kind, reason, categories, created_at, created_by, updated_at)
     values ($1, $2, $4, 'manual', $4, '{marketing}', $5, $4, $5), ($1, $3, $4 || ' removed', 'manual', $4, '{marketing}', $5, $4, $5)`,
    [workspaceId, ids.suppressionId, ids.removedSuppressionId, `${word} list`, now],
  );
  await database.asOwner(
    `insert into suppression_members (workspace_id, list_id, member_id, contact_id, reason, added_at, added_by)
     values ($1, $2, $3, $4, $5, $6, $5)`,
    [workspaceId, ids.suppressionId, ids.suppressedId, ids.heldContactId, `${word} reason`, now],
  );
  await database.asOwner(
    `insert into opt_out_words (workspace_id, word_id, words, spoken, wish, created_at, created_by)
     values ($1, $2, $3, $3, 'stop', $4, $3)`,
    [workspaceId, ids.ownWordId, `${word} leave me`, now],
  );
  await database.asOwner(
    `insert into opt_out_settings (workspace_id, stops, texts, updated_at, updated_by)
     values ($1, '{promotions}', $2, $3, $4)`,
    [workspaceId, { stop: { en: `${word} stopped {{link}}` } }, now, word],
  );
  await database.asOwner(
    `insert into heard_wishes (workspace_id, message_id, contact_id, number_id, wish, language, said_by, at, heard_at, under_way)
     values ($1, $2, $3, $4, 'stop', 'en', 'words', $5, $5, 0)`,
    [workspaceId, ids.wishMessageId, ids.heldContactId, ids.keptNumberId, now],
  );
  await database.asOwner(
    `insert into wish_confirmations (workspace_id, contact_id, message_id, kind, at) values ($1, $2, $3, $4, $5)`,
    [workspaceId, ids.heldContactId, ids.wishMessageId, word, now],
  );
}
