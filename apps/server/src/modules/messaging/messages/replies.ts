import type { SystemTx } from '../../../platform/db/index.ts';
import type { Told } from './strays.ts';

/** Joins answers to what they answer, when that became known later than they did. */
export async function linkReplies(
  tx: SystemTx,
  replies: readonly (Told & { messageId: string })[],
): Promise<void> {
  if (replies.length === 0) return;
  const rows = replies.map(({ workspaceId, messageId, recipient }) => ({
    workspace_id: workspaceId,
    message_id: recipient,
    reply_to_id: messageId,
  }));
  await tx.sql(
    `update messages message set reply_to_id = told.reply_to_id
     from json_to_recordset($1::json) as told (workspace_id uuid, message_id uuid, reply_to_id uuid)
     where message.workspace_id = told.workspace_id and message.message_id = told.message_id`,
    [JSON.stringify(rows)],
  );
}
