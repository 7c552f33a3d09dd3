import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** What a customer said and what was told of it, and webhooks of every state. */
export async function plantConversation(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { asOwner } = app.database;
  const now = app.clock.now();
  for (const name of ['talkingContactId', 'conversationId', 'messageId']) ids[name] = newId(now);
  const { talkingContactId, conversationId, messageId, keptNumberId } = ids;
  await asOwner(
    `insert into contacts (workspace_id, contact_id, name, source, created_at, updated_at) values ($1, $2, $3, $3, $4, $4)`,
    [workspaceId, talkingContactId, `${word} talks`, now],
  );
  await asOwner(
    `insert into conversations (workspace_id, conversation_id, number_id, contact_id, last_message_at, created_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [workspaceId, conversationId, keptNumberId, talkingContactId, now],
  );
  await asOwner(
    `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type,
       content, text, at, wamid, status, created_at)
     values ($1, $2, $3, $4, $5, 'out', 'api', 'text', $6, $7, $8, $7, 'sent', $8)`,
    [
      workspaceId,
      messageId,
      conversationId,
      talkingContactId,
      keptNumberId,
      JSON.stringify({ text: { body: word } }),
      `${word} said`,
      now,
    ],
  );
  await asOwner(`insert into message_keys values ($1, $2, $3, $4)`, [
    workspaceId,
    keptNumberId,
    `${word} said`,
    messageId,
  ]);
  await asOwner(
    `insert into message_statuses (workspace_id, message_id, status, at, received_at, errors)
     values ($1, $2, 'sent', $3, $3, $4)`,
    [workspaceId, messageId, now, JSON.stringify([word])],
  );
  await asOwner(
    `insert into stray_statuses (workspace_id, number_id, wamid, status, at, received_at, value)
     values ($1, $2, $3, 'sent', $4, $4, '{}')`,
    [workspaceId, keptNumberId, `${word} stray`, now],
  );
  await asOwner(
    `insert into status_pulses (workspace_id, number_id, slot, newest_send_at, statuses)
     values ($1, $2, $3, $3, 1) on conflict do nothing`,
    [workspaceId, keptNumberId, now],
  );
  await asOwner(
    `insert into webhook_updates (workspace_id, key, update_id, kind, field, waba_id, at, received_at, value)
     values ($1, $2, gen_random_uuid(), 'flow', 'flows', $2, $3, $3, $4)`,
    [workspaceId, word, now, JSON.stringify({ word })],
  );
  for (const name of ['kept', 'retried', 'discarded'])
    ids[`${name}DeliveryId`] = await plantParked(app, { workspaceId, word: `${word} ${name}`, ids });
  await asOwner(`insert into webhook_shares values ($1, $2, $1, $3::date)`, [
    workspaceId,
    ids.keptDeliveryId,
    now,
  ]);
}

async function plantParked(
  { database, clock }: TestApp,
  { workspaceId, word, ids }: Planting,
): Promise<string> {
  const deliveryId = newId(clock.now());
  const body = Buffer.from(JSON.stringify({ word }));
  await database.asOwner(
    `insert into webhook_deliveries
       (workspace_id, received_on, body_hash, delivery_id, app_id, received_at, body, size, state, reason, detail)
     values ($1, $2::timestamptz, sha256($3), $4, $5, $2, $3, length($3::bytea), 'parked', 'failed', $6)`,
    [workspaceId, clock.now(), body, deliveryId, ids.keptAppId, `${word} detail`],
  );
  return deliveryId;
}
