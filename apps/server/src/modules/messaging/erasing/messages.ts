import type { SystemTx } from '../../../platform/db/index.ts';
import {
  countErased,
  eraserIn,
  namesThem,
  type ErasedPerson,
  StillUnderWay,
} from '../../../platform/erasing/index.ts';

/** What waits is taken out of the queue; what leaves this moment is waited for. */
export const outboxEraser = eraserIn('messaging.outbox', ['outbox', 'media_waits'], async (tx, person) => {
  await refuseSending(tx, person);
  const theirs = `workspace_id = $1 and contact_id = any($2)`;
  const waits = await countErased(
    tx,
    person,
    `delete from media_waits wait using outbox queued where queued.workspace_id = $1 and queued.contact_id = any($2)
       and wait.workspace_id = $1 and wait.message_id = queued.message_id returning 1`,
  );
  await countErased(
    tx,
    person,
    `update messages message set reason = case queued.state when 'unknown' then 'unconfirmed' else 'cancelled' end,
       status = case queued.state when 'unknown' then 'failed' else 'cancelled' end
     from outbox queued where queued.workspace_id = $1 and queued.contact_id = any($2)
       and message.workspace_id = $1 and message.message_id = queued.message_id returning 1`,
  );
  const outbox = await countErased(tx, person, `delete from outbox where ${theirs} returning 1`);
  return { outbox, media_waits: waits };
});

async function refuseSending(tx: SystemTx, { workspaceId, contactIds }: ErasedPerson): Promise<void> {
  const sending = await tx.sql<{ state: string }>(
    `select state from outbox where workspace_id = $1 and contact_id = any($2) order by message_id for update`,
    [workspaceId, contactIds],
  );
  if (sending.some(({ state }) => state === 'sending'))
    throw new StillUnderWay('A message to them is being sent.');
}

const theirMessages = `
  select message.message_id from conversations talk join messages message
    on message.workspace_id = talk.workspace_id and message.conversation_id = talk.conversation_id
  where talk.workspace_id = $1 and talk.contact_id = any($2)
  union select message_id from messages where workspace_id = $1 and contact_id = any($2)`;

/**
 * Messages stay as counted rows without words, files or ids of WhatsApp's, which hold the number. Their keys go, so a
 * webhook that Meta repeats after that is a new message.
 */
export const messagesEraser = eraserIn(
  'messaging.messages',
  ['messages', 'message_keys', 'message_statuses', 'attempts'],
  async (tx, person) => {
    const ofTheirs = (table: string): Promise<number> =>
      countErased(
        tx,
        person,
        `delete from ${table} where workspace_id = $1 and message_id in (${theirMessages}) returning 1`,
      );
    return {
      message_keys: await ofTheirs('message_keys'),
      message_statuses: await ofTheirs('message_statuses'),
      attempts: await countErased(
        tx,
        person,
        `update attempts set error = null, wamid = null
         where workspace_id = $1 and message_id in (${theirMessages}) and (wamid is not null or error is not null) returning 1`,
      ),
      messages: await countErased(
        tx,
        person,
        `update messages set type = 'erased', content = '{}', text = null, wamid = null, reply_to_wamid = null, context = null,
           error = null, edits = null, reactions = null
         where workspace_id = $1 and message_id in (${theirMessages}) and type <> 'erased' returning 1`,
      ),
    };
  },
);

/** A cause may be a program's own name for something, with the number in it. */
export const intentsEraser = eraserIn(
  'messaging.intents',
  ['intents', 'live_tests', 'audience_sends'],
  async (tx, person) => ({
    intents: await countErased(
      tx,
      person,
      `update intents set detail = null, origin_id = case when ${namesThem('origin_id')} then null else origin_id end,
         cause = case when ${namesThem('cause')} then 'erased:' || intent_id || '::' else cause end
       where workspace_id = $1 and (contact_id = any($2) or ${namesThem('cause')}) returning 1`,
    ),
    live_tests: await countErased(
      tx,
      person,
      `update live_tests set phone = '' where workspace_id = $1 and phone <> ''
         and (contact_id = any($2) or ${namesThem('phone')}) returning 1`,
    ),
    audience_sends: await countErased(
      tx,
      person,
      `update audience_sends set intent = '{}' where workspace_id = $1 and finished_at is not null
         and ${namesThem('intent::text')} returning 1`,
    ),
  }),
);
