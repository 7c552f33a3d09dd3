import type { Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import type { MessageClass } from './row.ts';
import { contactInList } from '../contact-in-list.ts';
import { whyItIsPaused, whySourceIsPaused, whyItWaits } from './why.ts';

type State = 'ready' | 'waiting' | 'sending' | 'unknown';

interface Filter {
  cursor?: string | undefined;
  limit: number;
  numberId?: string | undefined;
  sourceId?: string | undefined;
  class?: MessageClass | undefined;
  state?: State | undefined;
  hold?: string | undefined;
}

interface WaitingRow {
  messageId: string;
  numberId: string;
  conversationId: string;
  contactId: string;
  contactName: string | null;
  contactPhone: string | null;
  sourceId: string | null;
  sourceName: string | null;
  class: MessageClass;
  state: State;
  hold: string | null;
  dueAt: Date | null;
  deadlineAt: Date;
  attempts: number;
  queuedAt: Date;
  since: Date | null;
  text: string | null;
}

/** The queue as people see it: what belongs to a number that is not connected waits for that, whatever else it waits for. */
const seenOutbox = `
  select o.message_id, o.number_id, o.conversation_id, o.contact_id, o.source_id, o.class, o.state, o.due_at, o.deadline_at,
    o.attempts, o.queued_at, o.since,
    case when o.state in ('ready', 'waiting') and number.disconnected_at is not null then 'number_disconnected' else o.hold end as hold
  from outbox o left join numbers number on number.workspace_id = $1 and number.number_id = o.number_id
  where o.workspace_id = $1`;

export async function listOutbox(tx: Tx, filter: Filter) {
  const [before] = decodeCursor(filter.cursor, ['uuid']) ?? [];
  const rows = await tx.sql<WaitingRow>(
    `select o.message_id as "messageId", o.number_id as "numberId", o.conversation_id as "conversationId",
       o.contact_id as "contactId", ${contactInList('contact')}, o.source_id as "sourceId", source.name as "sourceName", o.class, o.state, o.hold,
       case when o.state = 'waiting' and o.due_at < 'infinity' then o.due_at end as "dueAt",
       o.deadline_at as "deadlineAt", o.attempts, o.queued_at as "queuedAt",
       case when o.state in ('sending', 'unknown') then o.since end as since, left(m.text, 200) as text
     from (
       select * from (${seenOutbox}) seen
       where ($2::uuid is null or message_id < $2)
         and ($3::uuid is null or number_id = $3) and ($4::uuid is null or source_id = $4)
         and ($5::text is null or class = $5) and ($6::text is null or state = $6) and ($7::text is null or hold = $7)
       order by message_id desc limit $8
     ) o
     left join contacts contact on contact.workspace_id = $1 and contact.contact_id = o.contact_id
     left join send_sources source on source.workspace_id = $1 and source.source_id = o.source_id
     left join messages m on m.workspace_id = $1 and m.message_id = o.message_id
     order by o.message_id desc`,
    [
      tx.workspaceId,
      before ?? null,
      filter.numberId ?? null,
      filter.sourceId ?? null,
      filter.class ?? null,
      filter.state ?? null,
      filter.hold ?? null,
      filter.limit + 1,
    ],
  );
  const items = rows.map((row) => ({ ...row, why: whyItWaits(row) }));
  return pageOf(items, filter.limit, ({ messageId }) => [messageId]);
}

interface Count {
  numberId: string;
  class: MessageClass;
  state: State;
  hold: string | null;
  count: number;
  oldestAt: Date;
}

interface NumberState {
  numberId: string;
  pausedAt: Date | null;
  pausedReason: string | null;
  isServed: boolean;
}

interface SourceState {
  sourceId: string;
  kind: string;
  name: string;
  state: 'running' | 'paused' | 'cancelled';
  reason: string | null;
  changedAt: Date;
  waiting: number;
}

export async function countOutbox(tx: Tx, frozenSince: Date | null) {
  const [counts, numbers, sources] = await Promise.all([
    tx.sql<Count>(
      `select number_id as "numberId", class, state, hold, count(*), min(queued_at) as "oldestAt"
       from (${seenOutbox}) seen group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      [tx.workspaceId],
    ),
    tx.sql<NumberState>(
      `select lane.number_id as "numberId", paused_at as "pausedAt",
         case when number.disconnected_at is not null then 'disconnected' else paused_reason end as "pausedReason",
         coalesce(leased_until > clock_timestamp(), false) as "isServed"
       from number_lanes lane left join numbers number using (workspace_id, number_id)
       where lane.workspace_id = $1 order by 1`,
      [tx.workspaceId],
    ),
    tx.sql<SourceState>(
      `select source_id as "sourceId", kind, name, state, reason, changed_at as "changedAt",
         (select count(*) from outbox o where o.workspace_id = $1 and o.source_id = source.source_id) as waiting
       from send_sources source
       where workspace_id = $1 and (state = 'paused' or exists (
         select from outbox o where o.workspace_id = $1 and o.source_id = source.source_id))
       order by changed_at desc limit 200`,
      [tx.workspaceId],
    ),
  ]);
  return {
    counts,
    sources: sources.map((source) => ({
      ...source,
      why: source.state === 'paused' ? whySourceIsPaused(source.reason) : null,
    })),
    frozenSince,
    numbers: numbers.map((number) => ({
      ...number,
      why: number.pausedReason === null ? null : whyItIsPaused(number.pausedReason),
    })),
  };
}
