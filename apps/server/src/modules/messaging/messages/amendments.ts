import type { JsonObject } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn, type Fact } from '../../../platform/events/index.ts';
import { textOf } from '../content/text.ts';
import { amend, isEmpty, type AmendableMessage, type Amendment } from './amend.ts';
import { addKeys } from './keys.ts';
import type { Told } from './strays.ts';

export const amendmentKinds: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke']);

interface Place {
  workspaceId: string;
  messageId: string;
}

/** Reactions, edits and revocations of messages that are known. Each has an id of its own and takes effect once. */
export async function applyAmendments(
  tx: SystemTx,
  told: readonly (Told & { messageId: string })[],
): Promise<void> {
  const keys = told.map((each) => ({ ...each, wamid: each.recipient }));
  const fresh = await addKeys(tx, keys);
  if (fresh.length === 0) return;
  const messages = await lockMessages(tx, fresh);
  const facts: (Fact & { workspaceId: string })[] = [];
  const changed = new Map<string, AmendableMessage>();
  for (const each of fresh.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const before = changed.get(each.messageId) ?? messages.get(each.messageId);
    const amendment = readAmendment(each);
    if (before === undefined || amendment === null) continue;
    const after = amend(before, amendment);
    if (after === null) continue;
    changed.set(each.messageId, after);
    facts.push(factOf(after, amendment));
  }
  await writeMessages(tx, [...changed.values()]);
  await publishIn(tx, facts);
}

function readAmendment({ status, at, value }: Told): Amendment | null {
  const side = value.side === 'out' ? 'out' : 'in';
  if (status === 'revoke') return { kind: 'revoke', side, at };
  if (status === 'reaction')
    return { kind: 'reaction', side, at, emoji: typeof value.emoji === 'string' ? value.emoji : null };
  const { type, content } = value;
  if (typeof type !== 'string' || isEmpty(content)) return null;
  return { kind: 'edit', side, at, type, content: content as JsonObject };
}

function factOf(message: AmendableMessage, amendment: Amendment): Fact & { workspaceId: string } {
  const { workspaceId, contactId, messageId, conversationId, numberId } = message;
  const of = { messageId, conversationId, numberId, by: amendment.side };
  if (amendment.kind === 'reaction')
    return { workspaceId, contactId, type: 'message.reacted', data: { ...of, emoji: amendment.emoji } };
  const type = amendment.kind === 'edit' ? 'message.edited' : 'message.revoked';
  return { workspaceId, contactId, type, data: of };
}

async function lockMessages(tx: SystemTx, places: readonly Place[]): Promise<Map<string, AmendableMessage>> {
  const rows = await tx.sql<AmendableMessage>(
    `select message.workspace_id as "workspaceId", message.message_id as "messageId",
       message.conversation_id as "conversationId", message.contact_id as "contactId",
       message.number_id as "numberId", message.direction, message.type, message.content, message.at,
       message.edits, message.edited_at as "editedAt", message.revoked_at as "revokedAt", message.reactions
     from messages message
     join (select distinct workspace_id, message_id
       from json_to_recordset($1::json) as asked (workspace_id uuid, message_id uuid)) as asked
       on asked.workspace_id = message.workspace_id and asked.message_id = message.message_id
     order by message.workspace_id, message.message_id for no key update of message`,
    [
      JSON.stringify(
        places.map((place) => ({ workspace_id: place.workspaceId, message_id: place.messageId })),
      ),
    ],
  );
  return new Map(rows.map((row) => [row.messageId, row]));
}

async function writeMessages(tx: SystemTx, messages: readonly AmendableMessage[]): Promise<void> {
  const rows = messages.map((message) => ({
    workspace_id: message.workspaceId,
    message_id: message.messageId,
    type: message.type,
    content: message.content,
    text: textOf(message.type, message.content) || null,
    edits: message.edits,
    edited_at: message.editedAt,
    revoked_at: message.revokedAt,
    reactions: message.reactions,
  }));
  if (rows.length === 0) return;
  await tx.sql(
    `update messages message set type = now.type, content = now.content, text = now.text, edits = now.edits,
       edited_at = now.edited_at, revoked_at = now.revoked_at, reactions = now.reactions
     from json_to_recordset($1::json) as now (workspace_id uuid, message_id uuid, type text, content jsonb, text text,
       edits jsonb, edited_at timestamptz, revoked_at timestamptz, reactions jsonb)
     where message.workspace_id = now.workspace_id and message.message_id = now.message_id`,
    [JSON.stringify(rows)],
  );
}
