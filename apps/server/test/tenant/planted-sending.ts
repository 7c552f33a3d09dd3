import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** Decisions about messages, policies of one's own, and an audience that is being sent to. */
export async function plantSending(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database } = app;
  const now = app.clock.now();
  ids.intentId = newId(now);
  await database.asOwner(
    `insert into intents (workspace_id, cause, intent_id, contact_id, number_id, source_id, origin, origin_id, request_hash,
       verdict, rule, detail, decided_at)
     values ($1, $2, $3, $4, $5, $6, 'api', $2, sha256($7), 'refused', 'blocked', $8, $9)`,
    [
      workspaceId,
      `${word} cause`,
      ids.intentId,
      ids.talkingContactId,
      ids.keptNumberId,
      ids.pausedSourceId,
      Buffer.from(word),
      JSON.stringify({ note: word }),
      now,
    ],
  );
  await database.asOwner(
    `insert into gate_policies (workspace_id, policies, updated_at, updated_by) values ($1, $2, $3, $4)`,
    [
      workspaceId,
      JSON.stringify({ caps: [{ category: 'marketing', tag: word, hours: 24, most: 5 }] }),
      now,
      `user ${word}`,
    ],
  );
  await database.asOwner(
    `insert into audience_sends (workspace_id, source_id, cause, intent, request_hash, started_at)
     values ($1, $2, $3, $4, sha256($5), $6)`,
    [
      workspaceId,
      ids.pausedSourceId,
      `${word} cause`,
      JSON.stringify({ note: word }),
      Buffer.from(word),
      now,
    ],
  );
  await database.asOwner(
    `insert into recent_sends (workspace_id, contact_id, category, at, message_id, tag) values ($1, $2, 'marketing', $3, $4, $5)`,
    [workspaceId, ids.talkingContactId, now, ids.intentId, word],
  );
  await database.asOwner(
    `insert into country_stops (workspace_id, account_id, country, told_at) values ($1, $2, 'NP', $3)`,
    [workspaceId, ids.keptAccountId, now],
  );
  await database.asOwner(
    `insert into portfolio_reach (workspace_id, limit_key, contact_id, at) values ($1, $2, $3, $4)`,
    [workspaceId, word, ids.talkingContactId, now],
  );
}
