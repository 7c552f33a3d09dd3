import type { Tx } from '../../../platform/db/index.ts';
import { publish } from '../../../platform/events/index.ts';

interface Target {
  mediaId: string;
  numberId: string;
}

/** A file is at Meta: messages that waited for nothing else become ready. */
export async function releaseWaiting(tx: Tx, target: Target): Promise<void> {
  const messageIds = await takeWaiting(tx, target);
  if (messageIds.length === 0) return;
  const released = await tx.sql<{ numberId: string }>(
    `update outbox set state = 'ready', hold = null, due_at = $3
     where workspace_id = $1 and message_id = any($2) and state = 'waiting' and hold = 'media'
       and not exists (select from media_waits other
         where other.workspace_id = $1 and other.message_id = outbox.message_id)
     returning number_id as "numberId"`,
    [tx.workspaceId, messageIds, tx.now],
  );
  if (released.length === 0) return;
  await publish(tx, {
    type: 'messages.queued',
    data: { numberIds: [target.numberId], count: released.length, sourceId: null },
  });
}

interface Failed {
  messageId: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  sourceId: string | null;
}

/** A file cannot be given to Meta: what waited for it failed, and says why. */
export async function failWaiting(tx: Tx, { reason, ...target }: Target & { reason: string }): Promise<void> {
  const messageIds = await takeWaiting(tx, target);
  if (messageIds.length === 0) return;
  await tx.sql(`delete from media_waits where workspace_id = $1 and message_id = any($2)`, [
    tx.workspaceId,
    messageIds,
  ]);
  const failed = await tx.sql<Failed>(
    `with gone as (
       delete from outbox where workspace_id = $1 and message_id = any($2) and state = 'waiting'
       returning message_id, source_id
     )
     update messages set status = 'failed', reason = 'media', error = jsonb_build_object('reason', $3::text), failed_at = $4
     from gone
     where messages.workspace_id = $1 and messages.message_id = gone.message_id and status = 'queued'
     returning messages.message_id as "messageId", conversation_id as "conversationId", contact_id as "contactId",
       number_id as "numberId", gone.source_id as "sourceId"`,
    [tx.workspaceId, messageIds, reason, tx.now],
  );
  await publish(
    tx,
    ...failed.map(({ contactId, ...data }) => ({
      type: 'message.failed' as const,
      contactId,
      data: { ...data, reason: 'media', code: null },
    })),
  );
}

/**
 * Takes the file off what messages wait for. Their rows in the outbox are locked: of two files that arrive at the same
 * moment, the later sees that the earlier is there.
 */
async function takeWaiting(tx: Tx, { mediaId, numberId }: Target): Promise<string[]> {
  const rows = await tx.sql<{ messageId: string }>(
    `delete from media_waits where workspace_id = $1 and media_id = $2 and number_id = $3
     returning message_id as "messageId"`,
    [tx.workspaceId, mediaId, numberId],
  );
  const messageIds = rows.map(({ messageId }) => messageId).sort();
  await tx.sql(
    `select message_id from outbox where workspace_id = $1 and message_id = any($2) order by message_id for update`,
    [tx.workspaceId, messageIds],
  );
  return messageIds;
}
