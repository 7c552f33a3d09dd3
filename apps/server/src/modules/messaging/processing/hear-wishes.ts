import type { SystemTx } from '../../../platform/db/index.ts';
import type { hearWishes as hear, CountUnderWay, SaidMessage } from '../../consent/index.ts';
import type { PlacedMessage } from '../messages/new-message.ts';

export type HearWishes = typeof hear;

/** What customers ask for is heard with the messages that say so: they commit together. */
export async function hearWishes(
  tx: SystemTx,
  fresh: readonly PlacedMessage[],
  hear: HearWishes,
): Promise<void> {
  const said = fresh
    .filter(isSaidToUs)
    .map(({ workspaceId, messageId, contactId, numberId, at, type, content }): SaidMessage => ({
      workspaceId,
      messageId,
      contactId,
      numberId,
      at,
      type,
      content,
    }));
  if (said.length > 0) await hear(tx, said, countUnderWay);
}

/** To another app it is said to the business too. What was said before the number was connected is not known to hold still. */
const isSaidToUs = ({ direction, how, groupId, type }: PlacedMessage): boolean =>
  direction === 'in' && how !== 'history' && groupId === null && speaking.has(type);

const speaking = new Set(['text', 'button', 'interactive']);

/** What Meta may have, or will have in a moment. */
const countUnderWay: CountUnderWay = async (tx, contacts) => {
  if (contacts.length === 0) return new Map();
  const rows = await tx.sql<{ contactId: string; count: number }>(
    `select k.contact_id as "contactId", count(*)::int as count
     from (select distinct workspace_id, contact_id from json_to_recordset($1::json) as row (workspace_id uuid, contact_id uuid)) asked
     join numbers n on n.workspace_id = asked.workspace_id
     join conversations k on k.workspace_id = n.workspace_id and k.number_id = n.number_id and k.contact_id = asked.contact_id
     join outbox o on o.workspace_id = k.workspace_id and o.conversation_id = k.conversation_id
     where o.state in ('sending', 'unknown') and o.class in ('marketing', 'utility') group by 1`,
    [
      JSON.stringify(
        contacts.map(({ workspaceId, contactId }) => ({ workspace_id: workspaceId, contact_id: contactId })),
      ),
    ],
  );
  return new Map(rows.map(({ contactId, count }) => [contactId, count]));
};
