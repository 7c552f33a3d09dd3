import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { defineTask, enqueue } from '../../../platform/jobs/index.ts';
import type { GateParts } from '../gate/ordered-rules.ts';
import type { Told } from '../gate/read-asked.ts';
import { chunkSize, sendToChunk } from './chunk.ts';
import type { Sender } from './intent.ts';

/** A job holds a worker's slot, so it hands what remains to the next one. */
const longestMilliseconds = 15_000;

const input = z.object({ sourceId: z.uuid() });

interface Parts {
  sending: GateParts;
}

export const sendToAudienceTask = defineTask({
  name: 'messaging.send-to-audience',
  input,
  run: async ({ input: { sourceId }, inWorkspace, signal }, { sending }: Parts): Promise<void> => {
    const end = performance.now() + longestMilliseconds;
    while (performance.now() < end && !signal.aborted) {
      if (!(await inWorkspace((tx) => sendNextChunk(tx, sending, sourceId)))) return;
    }
    await inWorkspace((tx) => enqueue(tx, sendToAudienceTask, { sourceId }, { key: sourceId }));
  },
});

interface Row {
  intent: Told & Sender & { scheduledAt?: string };
  listed: boolean;
  done: number;
  after_id: string | null;
  started_at: Date;
}

/** Queues the next of an audience and notes how far that is in the same transaction. Answers whether there are more. */
export async function sendNextChunk(tx: Tx, parts: GateParts, sourceId: string): Promise<boolean> {
  const [send] = await tx.sql<Row>(
    `select a.intent, a.contact_ids is not null as listed, a.done, a.after_id, a.started_at from audience_sends a
     join send_sources s on s.workspace_id = a.workspace_id and s.source_id = a.source_id
     where a.workspace_id = $1 and a.source_id = $2 and a.finished_at is null and s.state <> 'cancelled' for update of a`,
    [tx.workspaceId, sourceId],
  );
  if (send === undefined) return false;
  const contactIds = await nextContacts(tx, sourceId, send);
  const { scheduledAt } = send.intent;
  const intent = {
    ...send.intent,
    sourceId,
    scheduledAt: scheduledAt === undefined ? undefined : new Date(scheduledAt),
  };
  await sendToChunk(tx, parts, intent, contactIds);
  const isLast = contactIds.length < chunkSize;
  await tx.sql(
    `update audience_sends set done = done + $3, after_id = coalesce($4, after_id), finished_at = case when $5 then $6::timestamptz end
     where workspace_id = $1 and source_id = $2`,
    [tx.workspaceId, sourceId, contactIds.length, contactIds.at(-1) ?? null, isLast, tx.now],
  );
  return !isLast;
}

async function nextContacts(
  tx: Tx,
  sourceId: string,
  { listed, done, after_id, started_at }: Row,
): Promise<string[]> {
  const rows = listed
    ? await tx.sql<{ id: string }>(
        `select unnest(contact_ids[$3::int + 1 : $3::int + ${chunkSize}]) as id from audience_sends
         where workspace_id = $1 and source_id = $2`,
        [tx.workspaceId, sourceId, done],
      )
    : await tx.sql<{ id: string }>(
        `select contact_id as id from contacts
         where workspace_id = $1 and merged_into is null and created_at <= $2
           and contact_id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
         order by contact_id limit ${chunkSize}`,
        [tx.workspaceId, started_at, after_id],
      );
  return rows.map(({ id }) => id);
}
