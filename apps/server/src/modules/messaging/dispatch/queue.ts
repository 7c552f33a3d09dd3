import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import type { NumberName } from './row.ts';

const batch = 1_000;

/**
 * Lets those go on whose wait is over. Who waited for a moment keeps the place; who comes anew (scheduled, held, stopped)
 * stands behind the last of the own source and right behind the front. Answers when the next wait ends.
 */
export async function promote(
  tx: SystemTx,
  { workspaceId, numberId }: NumberName,
): Promise<{ moved: number; nextAt: Date | null; hasRows: boolean }> {
  const moved = await tx.sql(
    `with due as materialized (
       select message_id, source_id, priority, hold, place from outbox
       where workspace_id = $1 and number_id = $2 and state = 'waiting' and due_at <= $3
       order by due_at limit ${batch} for update skip locked
     ), starts as (
       select priority, source_id, greatest(
         (select min(o.place) from outbox o where o.workspace_id = $1 and o.number_id = $2 and o.state = 'ready' and o.priority = due.priority),
         (select max(o.place) from outbox o where o.workspace_id = $1 and o.source_id = due.source_id and o.number_id = $2
           and o.priority = due.priority),
         0) as place
       from due group by priority, source_id
     ), placed as (
       select due.message_id, case when due.hold in ('retry', 'turn', 'pair_rate') then due.place
         else starts.place + row_number() over (partition by due.priority, due.source_id order by due.message_id) end as place
       from due join starts on starts.priority = due.priority and starts.source_id is not distinct from due.source_id
     )
     update outbox o set state = 'ready', hold = null, place = placed.place
     from placed where o.workspace_id = $1 and o.message_id = placed.message_id returning 1 as one`,
    [workspaceId, numberId, tx.now],
  );
  const [next] = await tx.sql<{ at: Date | null; hasRows: boolean }>(
    `select exists (select from outbox where workspace_id = $1 and number_id = $2) as "hasRows", (
       select min(due_at) from outbox
       where workspace_id = $1 and number_id = $2 and state = 'waiting' and due_at < 'infinity') as at`,
    [workspaceId, numberId],
  );
  return { moved: moved.length, nextAt: next!.at, hasRows: next!.hasRows };
}

interface Swept {
  workspaceId: string;
  sourceId: string;
  state: string;
}

/**
 * Moves what belongs to sources that were resumed or cancelled, a batch at a time: they may have a million messages, and
 * whoever pressed the button does not wait for that. Answers whether there may be more.
 */
export async function sweepSource(tx: SystemTx): Promise<boolean> {
  const [source] = await tx.sql<Swept>(
    `select workspace_id as "workspaceId", source_id as "sourceId", state from send_sources
     where sweeping order by changed_at limit 1 for update skip locked`,
  );
  if (source === undefined) return false;
  const moved =
    source.state === 'cancelled'
      ? await dropMessages(tx, source)
      : source.state === 'running'
        ? await release(tx, source)
        : 0;
  if (moved < batch)
    await tx.sql(`update send_sources set sweeping = false where workspace_id = $1 and source_id = $2`, [
      source.workspaceId,
      source.sourceId,
    ]);
  return true;
}

async function release(tx: SystemTx, { workspaceId, sourceId }: Swept): Promise<number> {
  const released = await tx.sql(
    `with held as (
       select message_id from outbox where workspace_id = $1 and source_id = $2 and state = 'waiting' and hold = 'source'
       order by priority, place, message_id limit ${batch} for update skip locked
     )
     update outbox o set state = 'ready', hold = null, due_at = $3 from held
     where o.workspace_id = $1 and o.message_id = held.message_id returning 1 as one`,
    [workspaceId, sourceId, tx.now],
  );
  return released.length;
}

async function dropMessages(tx: SystemTx, { workspaceId, sourceId }: Swept): Promise<number> {
  const dropped = await tx.sql(
    `with gone as (
       select message_id from outbox where workspace_id = $1 and source_id = $2 and state in ('ready', 'waiting')
       order by message_id limit ${batch} for update skip locked
     ), said as (
       update messages m set status = 'cancelled', reason = 'source_cancelled' from gone
       where m.workspace_id = $1 and m.message_id = gone.message_id
     )
     delete from outbox o using gone where o.workspace_id = $1 and o.message_id = gone.message_id returning 1 as one`,
    [workspaceId, sourceId],
  );
  return dropped.length;
}

/** Waits that are always short end at once when they would be long: the clock was ahead when they began. */
export async function shortenWaits(tx: SystemTx, { workspaceId, numberId }: NumberName): Promise<void> {
  await tx.sql(
    `update outbox set due_at = $3 from (
       select message_id as id from outbox
       where workspace_id = $1 and number_id = $2 and state = 'waiting' and due_at < 'infinity'
         and due_at > $3::timestamptz + case when hold in ('turn', 'number_paused') then interval '1 minute'
           when hold in ('portfolio_limit', 'pair_rate') then interval '2 hours' end
       limit ${batch} for update skip locked
     ) late
     where workspace_id = $1 and message_id = late.id`,
    [workspaceId, numberId, tx.now],
  );
}

/** What nobody could have sent in time, of numbers that nothing leaves from. */
export async function expire(tx: SystemTx, { workspaceId, numberId }: NumberName): Promise<void> {
  const expired = await tx.sql<{
    messageId: string;
    conversationId: string;
    contactId: string;
    sourceId: string | null;
  }>(
    `with late as (
       select message_id from outbox
       where workspace_id = $1 and number_id = $2 and state = 'ready' and deadline_at <= $3
       order by priority, place, message_id limit ${batch} for update skip locked
     ), said as (
       update messages m set status = 'expired', reason = 'expired', failed_at = $3 from late
       where m.workspace_id = $1 and m.message_id = late.message_id
     )
     delete from outbox o using late where o.workspace_id = $1 and o.message_id = late.message_id
     returning o.message_id as "messageId", o.conversation_id as "conversationId", o.contact_id as "contactId",
       o.source_id as "sourceId"`,
    [workspaceId, numberId, tx.now],
  );
  await publishIn(
    tx,
    expired.map(({ contactId, ...rest }) => ({
      workspaceId,
      contactId,
      type: 'message.failed' as const,
      data: { ...rest, numberId, reason: 'expired', code: null },
    })),
  );
}
