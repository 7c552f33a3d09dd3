import type { JsonObject } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import { farthest, rankInSql, rankOf } from './status.ts';

interface Failure {
  reason: string;
  error: JsonObject | null;
  code?: number;
}

/** Statuses of one message that were not known before. */
export interface Advance {
  workspaceId: string;
  messageId: string;
  statuses: string[];
  times: Partial<Record<string, Date>>;
  failure?: Failure;
}

/** A message before and after. */
export interface Advanced {
  workspaceId: string;
  messageId: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  origin: string;
  originId: string | null;
  /** When it was said. */
  at: Date;
  sentAt: Date | null;
  before: string;
  status: string;
  deliveredBefore: boolean;
  deliveredAt: Date | null;
  readBefore: boolean;
  readAt: Date | null;
  failure: Failure | undefined;
}

/** What was read was delivered, and Meta leaves out to say so. */
const earliest = (times: Advance['times'], statuses: readonly string[]): Date | null =>
  statuses
    .map((status) => times[status])
    .reduce<Date | null>(
      (first, time) => (time !== undefined && (first === null || time < first) ? time : first),
      null,
    );

/** Moves messages forward by what is told of them, however disordered that is. */
export async function advanceMessages(tx: SystemTx, advances: readonly Advance[]): Promise<Advanced[]> {
  const rows = advances.map(({ workspaceId, messageId, statuses, times, failure }) => ({
    workspace_id: workspaceId,
    message_id: messageId,
    ...progressOf(statuses),
    sent_at: times.sent ?? null,
    delivered_at: earliest(times, ['delivered', 'read', 'played']),
    read_at: earliest(times, ['read', 'played']),
    failed_at: times.failed ?? null,
    reason: failure?.reason ?? null,
    error: failure?.error ?? null,
  }));
  const failures = new Map(advances.map(({ messageId, failure }) => [messageId, failure]));
  const advanced = await tx.sql<Omit<Advanced, 'failure'>>(advance, [JSON.stringify(rows)]);
  return advanced.map((each) => ({ ...each, failure: failures.get(each.messageId) }));
}

/** A word that says nothing of how far it came moves nothing. */
function progressOf(statuses: readonly string[]): { status: string | null; rank: number } {
  const status = farthest(statuses);
  return { status, rank: status === null ? -1 : rankOf(status)! };
}

const rankBefore = rankInSql('message.status');
const goesOn = `told.rank > ${rankBefore}`;
const isBeyondFailure = `greatest(told.rank, ${rankBefore}) > 30`;

// A failure that a later proof of delivery has overruled is no reason of anything any more.
const advance = `
  with told as materialized (
    select * from json_to_recordset($1::json) as told (workspace_id uuid, message_id uuid, status text, rank integer,
      sent_at timestamptz, delivered_at timestamptz, read_at timestamptz, failed_at timestamptz, reason text, error jsonb)
  ), known as materialized (
    select message.workspace_id, message.message_id, message.status, message.delivered_at, message.read_at
    from told join messages message on message.workspace_id = told.workspace_id
      and message.message_id = told.message_id
    where message.direction = 'out'
    order by message.workspace_id, message.message_id for no key update of message
  )
  update messages message set
    status = case when ${goesOn} then told.status else message.status end,
    sent_at = least(message.sent_at, told.sent_at),
    delivered_at = least(message.delivered_at, told.delivered_at),
    read_at = least(message.read_at, told.read_at),
    failed_at = least(message.failed_at, told.failed_at),
    reason = case when ${isBeyondFailure} then null when ${goesOn} then told.reason else message.reason end,
    error = case when ${isBeyondFailure} then null when ${goesOn} then told.error else message.error end
  from told join known on known.workspace_id = told.workspace_id and known.message_id = told.message_id
  where message.workspace_id = known.workspace_id and message.message_id = known.message_id
  returning message.workspace_id as "workspaceId", message.message_id as "messageId",
    message.conversation_id as "conversationId", message.contact_id as "contactId", message.number_id as "numberId",
    message.origin, message.origin_id as "originId", message.at, message.sent_at as "sentAt",
    known.status as before, message.status, known.delivered_at is not null as "deliveredBefore",
    message.delivered_at as "deliveredAt", known.read_at is not null as "readBefore", message.read_at as "readAt"`;
