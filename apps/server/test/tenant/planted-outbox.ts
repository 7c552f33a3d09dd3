import { plantMessages } from '../dispatch/plant.ts';
import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** What waits to be sent, what may have been sent, and what it all comes from. */
export async function plantOutbox(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database } = app;
  const now = app.clock.now();
  const place = { workspaceId, numberId: ids.keptNumberId! };
  for (const name of ['pausedSourceId', 'resumedSourceId', 'cancelledSourceId']) {
    ids[name] = newId(now);
    await database.asOwner(
      `insert into send_sources (workspace_id, source_id, kind, name, state, reason, created_at, changed_at)
       values ($1, $2, 'campaign', $3, $4, $5, $6, $6)`,
      [
        workspaceId,
        ids[name],
        `${word} ${name}`,
        name === 'resumedSourceId' ? 'paused' : 'running',
        `${word} reason`,
        now,
      ],
    );
  }
  const content = { text: { body: `${word} waits` } };
  const given = { class: 'utility', type: 'text', content, sourceId: ids.pausedSourceId! } as const;
  const [waiting] = await plantMessages(database, place, given);
  const [doubtful] = await plantMessages(database, place, given);
  ids.waitingMessageId = waiting!.messageId;
  ids.doubtfulMessageId = doubtful!.messageId;
  await database.asOwner(
    `update outbox set state = 'unknown', attempts = 1, fence = 1, since = $2 where message_id = $1`,
    [doubtful!.messageId, now],
  );
  await database.asOwner(
    `insert into attempts (workspace_id, message_id, attempt, number_id, fence, started_at, outcome, error, wamid)
     values ($1, $2, 1, $3, 1, $4, 'unknown', $5, $6)`,
    [
      workspaceId,
      doubtful!.messageId,
      place.numberId,
      now,
      JSON.stringify({ reason: `${word} timeout` }),
      `wamid.${word}`,
    ],
  );
  await database.asOwner(
    `insert into number_lanes (workspace_id, number_id, paused_at, paused_reason, paused_by)
     values ($1, $2, $3, 'manual', $4)`,
    [workspaceId, place.numberId, now, `user:${word}`],
  );
}
