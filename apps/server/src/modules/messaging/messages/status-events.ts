import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn, type Fact } from '../../../platform/events/index.ts';
import type { Advanced } from './advance-messages.ts';

/** Tells each thing that became of a message once, in whatever order Meta told it. */
export async function publishAdvances(tx: SystemTx, advanced: readonly Advanced[]): Promise<void> {
  const sources = await findSources(tx, advanced.filter(isNewFailure));
  await publishIn(
    tx,
    advanced.flatMap((message) => factsOf(message, sources.get(message.messageId) ?? null)),
  );
}

const isNewFailure = ({ before, status }: Advanced): boolean => status === 'failed' && before !== 'failed';

/** The campaign or flow's run that a message is from. */
async function findSources(tx: SystemTx, messages: readonly Advanced[]): Promise<Map<string, string>> {
  if (messages.length === 0) return new Map();
  const rows = await tx.sql<{ messageId: string; sourceId: string }>(
    `select intent.intent_id as "messageId", intent.source_id as "sourceId"
     from unnest($1::uuid[], $2::uuid[]) as asked (workspace_id, message_id)
     join intents intent on intent.workspace_id = asked.workspace_id and intent.intent_id = asked.message_id
     where intent.source_id is not null`,
    [messages.map(({ workspaceId }) => workspaceId), messages.map(({ messageId }) => messageId)],
  );
  return new Map(rows.map(({ messageId, sourceId }) => [messageId, sourceId]));
}

type WorkspaceFact = Fact & { workspaceId: string };

function factsOf(message: Advanced, sourceId: string | null): WorkspaceFact[] {
  const { workspaceId, contactId, messageId, conversationId, numberId, origin, originId } = message;
  const place = { messageId, conversationId, numberId };
  const of = { ...place, origin, originId };
  const facts: WorkspaceFact[] = [];
  if (!message.deliveredBefore && message.deliveredAt !== null)
    facts.push({
      workspaceId,
      contactId,
      type: 'message.delivered',
      data: { ...of, at: message.deliveredAt.toISOString() },
    });
  const isPlayed = message.status === 'played' && message.before !== 'played';
  if (message.readAt !== null && (!message.readBefore || isPlayed))
    facts.push({
      workspaceId,
      contactId,
      type: 'message.read',
      data: { ...of, at: message.readAt.toISOString(), played: message.status === 'played' },
    });
  if (isNewFailure(message)) {
    const { reason = 'failed', code = null } = message.failure ?? {};
    facts.push({
      workspaceId,
      contactId,
      type: 'message.failed',
      data: { ...place, sourceId, reason, code },
    });
  }
  return facts;
}
