import type { SystemTx } from '../../platform/db/index.ts';
import { defineSubscriber, type Subscriber } from '../../platform/events/index.ts';
import { enqueueIn } from '../../platform/jobs/index.ts';
import { confirmationSubscribers } from './confirmations/subscribers.ts';
import { suppressionSubscribers } from './suppression-rules/jobs.ts';
import { readMessages, saidIn, type HeardMessage } from './heard.ts';
import { takeMessagesTask } from './jobs.ts';

/** Hears in what customers write what may be an opt-in; what it means is worked out by a job of their workspace. */
const hearOptIns = defineSubscriber({
  name: 'capture.hear-opt-ins',
  types: ['message.received'],
  run: async (tx, events) => {
    const direct = events.filter(({ data }) => data.groupId === null);
    const messages = await readMessages(
      tx,
      direct.map(({ workspaceId, data: { messageId } }) => ({ workspaceId, messageId })),
    );
    const heard = await thoseThatName(tx, messages);
    const byWorkspace = Map.groupBy(heard, ({ workspaceId }) => workspaceId);
    await enqueueIn(
      tx,
      takeMessagesTask,
      Array.from(byWorkspace, ([workspaceId, found]) => ({
        workspaceId,
        input: { messageIds: found.map(({ messageId }) => messageId) },
        priority: 'urgent' as const,
      })),
    );
  },
});

/** Most of what people write is no opt-in, and makes no job. */
async function thoseThatName(tx: SystemTx, messages: readonly HeardMessage[]): Promise<HeardMessage[]> {
  const said = messages.map((message) => ({ message, ...saidIn(message) }));
  const asked = said.flatMap(({ message, codes, keyword }) => [
    ...codes.map((code) => ({
      workspace_id: message.workspaceId,
      message_id: message.messageId,
      code,
      word: null,
    })),
    ...(keyword === ''
      ? []
      : [{ workspace_id: message.workspaceId, message_id: message.messageId, code: null, word: keyword }]),
  ]);
  const named = await tx.sql<{ id: string }>(
    `with said as (select * from jsonb_to_recordset($1::jsonb) as row (workspace_id uuid, message_id uuid, code text, word text))
     select message_id as id from said join entry_points p on p.workspace_id = said.workspace_id and p.code = said.code
     union select message_id from said join submissions s on s.workspace_id = said.workspace_id and s.confirm_code = said.code
     union select message_id from said join entry_points p on p.workspace_id = said.workspace_id and p.active
       and p.keywords @> array[said.word]`,
    [JSON.stringify(asked)],
  );
  const ids = new Set(named.map(({ id }) => id));
  return said
    .filter(
      ({ message, answer, choices }) =>
        answer !== null || choices !== undefined || ids.has(message.messageId),
    )
    .map(({ message }) => message);
}

export const captureSubscribers: Subscriber[] = [
  hearOptIns,
  ...confirmationSubscribers,
  ...suppressionSubscribers,
];
