import type { SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';

const hour = 3_600_000;

/** What a message means for the conversation that it belongs to. */
export interface Touch {
  workspaceId: string;
  numberId: string;
  contactId: string;
  at: Date;
  /** Null when nobody said anything. */
  direction: 'in' | 'out' | null;
  /** The customer spoke, so for a day anything may be said. */
  opensWindow: boolean;
  /** They came by an ad: an answer within a day is the beginning of three that are free. */
  offersFreeEntry: boolean;
  /** Who holds the thread, as far as this tells: another app, or we. */
  heldBy: 'other' | 'us' | null;
}

export interface Conversation {
  conversationId: string;
  numberId: string;
  contactId: string;
  isNew: boolean;
}

interface Row {
  workspace_id: string;
  number_id: string;
  contact_id: string;
  conversation_id: string;
  window_ends_at: Date | null;
  free_entry_offered_until: Date | null;
  last_inbound_at: Date | null;
  last_outbound_at: Date | null;
  held_at: Date | null;
  standby_since: Date | null;
}

export const pairOf = ({ numberId, contactId }: { numberId: string; contactId: string }): string =>
  `${numberId} ${contactId}`;

const later = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other > one) ? other : one;

const after = (at: Date, hours: number): Date => new Date(at.getTime() + hours * hour);

/** The conversations of these messages by `pairOf`, made where they were missing. No time in them ever goes back. */
export async function touchConversations(
  tx: SystemTx,
  touches: readonly Touch[],
): Promise<Map<string, Conversation>> {
  if (touches.length === 0) return new Map();
  const rows = new Map<string, Row>();
  for (const touch of touches) {
    const pair = pairOf(touch);
    const row = rows.get(pair) ?? emptyRow(tx, touch);
    rows.set(pair, widen(row, touch));
  }
  const found = await tx.sql<Conversation>(upsert, [JSON.stringify([...rows.values()]), tx.now]);
  return new Map(found.map((each) => [pairOf(each), each]));
}

const emptyRow = (tx: SystemTx, { workspaceId, numberId, contactId }: Touch): Row => ({
  workspace_id: workspaceId,
  number_id: numberId,
  contact_id: contactId,
  conversation_id: newId(tx.now),
  window_ends_at: null,
  free_entry_offered_until: null,
  last_inbound_at: null,
  last_outbound_at: null,
  held_at: null,
  standby_since: null,
});

function widen(row: Row, { at, direction, opensWindow, offersFreeEntry, heldBy }: Touch): Row {
  const next = { ...row };
  if (opensWindow) next.window_ends_at = later(row.window_ends_at, after(at, 24));
  if (offersFreeEntry) next.free_entry_offered_until = later(row.free_entry_offered_until, after(at, 24));
  if (direction === 'in') next.last_inbound_at = later(row.last_inbound_at, at);
  if (direction === 'out') next.last_outbound_at = later(row.last_outbound_at, at);
  return heldBy === null ? next : hold(next, at, heldBy);
}

/** The latest word about who holds the thread counts; of two at the same second, that we do. */
function hold(row: Row, at: Date, heldBy: 'other' | 'us'): Row {
  if (
    row.held_at !== null &&
    (at < row.held_at || (at.getTime() === row.held_at.getTime() && heldBy === 'other'))
  )
    return row;
  return { ...row, held_at: at, standby_since: heldBy === 'us' ? null : (row.standby_since ?? at) };
}

// A conversation that nobody ever held for us needs no note that we hold it.
const upsert = `
  insert into conversations as known (workspace_id, conversation_id, number_id, contact_id, window_ends_at,
    free_entry_offered_until, last_message_at, last_inbound_at, last_outbound_at, held_at, standby_since, created_at)
  select workspace_id, conversation_id, number_id, contact_id, window_ends_at, free_entry_offered_until,
    greatest(last_inbound_at, last_outbound_at), last_inbound_at, last_outbound_at, held_at, standby_since, $2
  from json_to_recordset($1::json) as told (workspace_id uuid, number_id uuid, contact_id uuid, conversation_id uuid,
    window_ends_at timestamptz, free_entry_offered_until timestamptz, last_inbound_at timestamptz,
    last_outbound_at timestamptz, held_at timestamptz, standby_since timestamptz)
  order by workspace_id, number_id, contact_id
  on conflict (workspace_id, number_id, contact_id) do update set
    window_ends_at = greatest(known.window_ends_at, excluded.window_ends_at),
    free_entry_offered_until = greatest(known.free_entry_offered_until, excluded.free_entry_offered_until),
    last_message_at = greatest(known.last_message_at, excluded.last_message_at),
    last_inbound_at = greatest(known.last_inbound_at, excluded.last_inbound_at),
    last_outbound_at = greatest(known.last_outbound_at, excluded.last_outbound_at),
    held_at = greatest(known.held_at, excluded.held_at),
    standby_since = case
      when excluded.held_at is null or excluded.held_at < known.held_at then known.standby_since
      when excluded.held_at = known.held_at and known.standby_since is null then null
      when excluded.standby_since is null then null
      else coalesce(known.standby_since, excluded.standby_since)
    end
  returning conversation_id as "conversationId", number_id as "numberId", contact_id as "contactId", xmax = 0 as "isNew"`;

export interface Answer {
  workspaceId: string;
  conversationId: string;
  at: Date;
}

/** The first answer to somebody who came by an ad opens three days in which everything is free. */
export async function noteAnswers(tx: SystemTx, answers: readonly Answer[]): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ workspaceId, conversationId, at }) => ({
    workspace_id: workspaceId,
    conversation_id: conversationId,
    at,
  }));
  await tx.sql(
    `with answer as (
       select workspace_id, conversation_id, min(at) as at
       from json_to_recordset($1::json) as told (workspace_id uuid, conversation_id uuid, at timestamptz)
       group by workspace_id, conversation_id
     ), answered as materialized (
       select known.workspace_id, known.conversation_id, answer.at from conversations known
       join answer on answer.workspace_id = known.workspace_id and answer.conversation_id = known.conversation_id
       where answer.at between known.free_entry_offered_until - interval '24 hours' and known.free_entry_offered_until
       order by known.workspace_id, known.conversation_id for no key update of known
     )
     update conversations known set free_entry_offered_until = null,
       free_entry_ends_at = greatest(known.free_entry_ends_at, answered.at + interval '72 hours')
     from answered
     where known.workspace_id = answered.workspace_id and known.conversation_id = answered.conversation_id`,
    [JSON.stringify(rows)],
  );
}

/** What was answered already when the question came: a customer's message may arrive after ours. */
export async function findEarlierAnswers(
  tx: SystemTx,
  conversations: readonly { workspaceId: string; conversationId: string }[],
): Promise<Answer[]> {
  if (conversations.length === 0) return [];
  const rows = conversations.map(({ workspaceId, conversationId }) => ({
    workspace_id: workspaceId,
    conversation_id: conversationId,
  }));
  return tx.sql<Answer>(
    `select known.workspace_id as "workspaceId", known.conversation_id as "conversationId", min(message.at) as at
     from json_to_recordset($1::json) as asked (workspace_id uuid, conversation_id uuid)
     join conversations known on known.workspace_id = asked.workspace_id
       and known.conversation_id = asked.conversation_id
     join messages message on message.workspace_id = known.workspace_id
       and message.conversation_id = known.conversation_id and message.direction = 'out'
       and message.sent_at is not null
       and message.at between known.free_entry_offered_until - interval '24 hours' and known.free_entry_offered_until
     group by 1, 2`,
    [JSON.stringify(rows)],
  );
}
