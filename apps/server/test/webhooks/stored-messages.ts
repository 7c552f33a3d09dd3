import type { TestDatabase } from '../test-database.ts';

export interface StoredMessage {
  message_id: string;
  conversation_id: string;
  contact_id: string;
  wamid: string;
  type: string;
  text: string | null;
  content: Record<string, unknown>;
  context: Record<string, unknown> | null;
  at: Date;
  direction: string;
  origin: string;
  status: string;
  reason: string | null;
  error: Record<string, unknown> | null;
  sent_at: Date | null;
  delivered_at: Date | null;
  read_at: Date | null;
  failed_at: Date | null;
  reply_to_wamid: string | null;
  reply_to_id: string | null;
  forwarded: boolean;
  reactions: Record<string, { emoji: string | null }> | null;
  edits: { content: Record<string, unknown> }[] | null;
  revoked_at: Date | null;
}

interface StoredConversation {
  conversation_id: string;
  contact_id: string;
  window_ends_at: Date | null;
  free_entry_offered_until: Date | null;
  free_entry_ends_at: Date | null;
  standby_since: Date | null;
  last_message_at: Date | null;
}

export async function messageOf({ asOwner }: TestDatabase, wamid: string): Promise<StoredMessage> {
  const rows = await asOwner<StoredMessage>('select * from messages where wamid = $1', [wamid]);
  if (rows.length !== 1) throw new Error(`There are ${rows.length} messages ${wamid}.`);
  return rows[0]!;
}

export async function conversationOf(database: TestDatabase, wamid: string): Promise<StoredConversation> {
  const { conversation_id: id } = await messageOf(database, wamid);
  const [row] = await database.asOwner<StoredConversation>(
    'select * from conversations where conversation_id = $1',
    [id],
  );
  return row!;
}

export const countOf = async ({ asOwner }: TestDatabase, table: string, where = 'true'): Promise<number> =>
  (await asOwner<{ count: number }>(`select count(*)::integer as count from ${table} where ${where}`))[0]!
    .count;

/** What was told of a message, in order. */
export async function eventsOf({ asOwner }: TestDatabase, messageId: string): Promise<string[]> {
  const rows = await asOwner<{ type: string }>(
    `select type from events where data ->> 'messageId' = $1 order by tx, seq`,
    [messageId],
  );
  return rows.map(({ type }) => type);
}
