import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import type { MessageClass, NumberName } from './row.ts';

/** A message of which nobody knows whether Meta took it. */
export interface Doubt {
  messageId: string;
  class: MessageClass;
  startedAt: Date;
  deadlineAt: Date;
  /** It was sent a second time already. */
  isResend: boolean;
  /** Seconds in which statuses of later messages of the number came, and how many those were. */
  waitedSeconds: number;
  laterStatuses: number;
}

/** `ask`: whoever wrote it decides. `close`: it is not sent again, and stays unconfirmed. */
export type DoubtEnd = 'resend' | 'close' | 'ask';

/** Time in which Meta tells nothing of the number, or we do not hear it, is no time in which a status failed to come. */
const patience: Record<MessageClass, number> = { otp: 20, reply: 600, utility: 600, marketing: 600 };
const enoughStatuses = 5;

/** Null while it is too early to say. */
export function endOfDoubt(doubt: Doubt, now: Date): DoubtEnd | null {
  const isLate = doubt.deadlineAt <= now;
  const hasWaited = doubt.waitedSeconds >= patience[doubt.class] && doubt.laterStatuses >= enoughStatuses;
  if (!isLate && !hasWaited) return null;
  if (doubt.class === 'reply') return 'ask';
  return doubt.class === 'utility' && !doubt.isResend && !isLate ? 'resend' : 'close';
}

export async function findDoubts(tx: SystemTx, { workspaceId, numberId }: NumberName): Promise<Doubt[]> {
  return tx.sql<Doubt>(
    `select o.message_id as "messageId", o.class, coalesce(a.started_at, o.since) as "startedAt",
       o.deadline_at as "deadlineAt", m.possible_duplicate as "isResend",
       10 * pulse.slots as "waitedSeconds", pulse.statuses as "laterStatuses"
     from outbox o
     join messages m on m.workspace_id = o.workspace_id and m.message_id = o.message_id
     left join attempts a on a.workspace_id = o.workspace_id and a.message_id = o.message_id and a.attempt = o.attempts
     cross join lateral (
       select count(*) as slots, coalesce(sum(p.statuses), 0) as statuses from status_pulses p
       where p.workspace_id = o.workspace_id and p.number_id = o.number_id and p.slot >= o.since
         and p.newest_send_at > coalesce(a.started_at, o.since)
     ) pulse
     where o.workspace_id = $1 and o.number_id = $2 and o.state = 'unknown' and o.hold is null
     order by o.since limit 500`,
    [workspaceId, numberId],
  );
}

export interface EndedDoubt {
  workspaceId: string;
  messageId: string;
  end: DoubtEnd;
  /** time, or person. */
  by: string;
}

/** Answers which of them were in doubt until now. */
export async function endDoubts(tx: SystemTx | Tx, ended: readonly EndedDoubt[]): Promise<Set<string>> {
  if (ended.length === 0) return new Set();
  const rows = ended.map(({ workspaceId, messageId, end, by }) => ({
    workspace_id: workspaceId,
    message_id: messageId,
    verdict: end,
    by,
  }));
  const done = await tx.sql<{
    workspaceId: string;
    messageId: string;
    conversationId: string;
    contactId: string;
    numberId: string;
    sourceId: string | null;
    verdict: DoubtEnd;
    by: string;
  }>(endSql, [JSON.stringify(rows), tx.now]);
  await publishIn(
    tx,
    done.map(({ workspaceId, contactId, verdict, by, ...rest }) => ({
      workspaceId,
      contactId,
      type: 'message.settled' as const,
      data: { ...rest, verdict: verdicts[verdict], by: by === 'person' ? 'person' : 'time' },
    })),
  );
  return new Set(done.map(({ messageId }) => messageId));
}

const verdicts = { resend: 'sent_again', close: 'unconfirmed', ask: 'not_confirmed' } as const;

const endSql = `
with told as (
  select * from jsonb_to_recordset($1::jsonb)
    as told (workspace_id uuid, message_id uuid, verdict text, by text)
), held as materialized (
  select o.workspace_id, o.message_id, o.conversation_id, o.contact_id, o.number_id, o.source_id, o.attempts,
    told.verdict, told.by
  from told join outbox o on o.workspace_id = told.workspace_id and o.message_id = told.message_id and o.state = 'unknown'
  order by o.workspace_id, o.message_id for update of o
), gone as (
  delete from outbox o using held
  where o.workspace_id = held.workspace_id and o.message_id = held.message_id and held.verdict = 'close'
), moved as (
  update outbox o set state = case held.verdict when 'resend' then 'ready' else 'unknown' end,
    hold = case held.verdict when 'ask' then 'not_confirmed' end,
    since = case held.verdict when 'resend' then null else o.since end
  from held
  where o.workspace_id = held.workspace_id and o.message_id = held.message_id and held.verdict <> 'close'
), tried as (
  update attempts a set settled_by = held.by, settled_at = $2
  from held where a.workspace_id = held.workspace_id and a.message_id = held.message_id and a.attempt = held.attempts
), said as (
  update messages m set reason = case held.verdict when 'ask' then 'not_confirmed' when 'close' then 'unconfirmed' end,
    possible_duplicate = m.possible_duplicate or held.verdict = 'resend'
  from held
  where m.workspace_id = held.workspace_id and m.message_id = held.message_id and m.status = 'unknown'
)
select workspace_id as "workspaceId", message_id as "messageId", conversation_id as "conversationId",
  contact_id as "contactId", number_id as "numberId", source_id as "sourceId", verdict, by from held`;
