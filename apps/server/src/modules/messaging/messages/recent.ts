import type { Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { contactInList } from '../contact-in-list.ts';
import type { Message } from './read.ts';

interface Filter {
  cursor?: string | undefined;
  limit: number;
  numberId?: string | undefined;
  direction?: 'in' | 'out' | undefined;
  status?: string | undefined;
}

type Shown = 'messageId' | 'conversationId' | 'contactId' | 'numberId' | 'direction' | 'origin' | 'type';

interface RecentMessage extends Pick<Message, Shown | 'text' | 'at' | 'status' | 'reason'> {
  contactName: string | null;
  contactPhone: string | null;
}

/** The log of a workspace, in the order in which messages were recorded. */
export async function listRecent(tx: Tx, { cursor, limit, ...only }: Filter) {
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  const rows = await tx.sql<RecentMessage>(
    `select m.message_id as "messageId", m.conversation_id as "conversationId", m.contact_id as "contactId",
       ${contactInList('contact')}, m.number_id as "numberId", m.direction, m.origin, m.type, left(m.text, 200) as text,
       m.at, m.status, m.reason
     from (
       select * from messages
       where workspace_id = $1 and ($2::uuid is null or message_id < $2) and ($3::uuid is null or number_id = $3)
         and ($4::text is null or direction = $4) and ($5::text is null or status = $5)
       order by message_id desc limit $6
     ) m
     left join contacts contact on contact.workspace_id = $1 and contact.contact_id = m.contact_id
     order by m.message_id desc`,
    [tx.workspaceId, before, only.numberId ?? null, only.direction ?? null, only.status ?? null, limit + 1],
  );
  return pageOf(rows, limit, ({ messageId }) => [messageId]);
}
