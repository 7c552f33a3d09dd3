import type { SystemTx } from '../../../platform/db/index.ts';
import { peopleADay } from '../../numbers/index.ts';
import type { Hold } from './claim.ts';
import type { Claimed, NumberName } from './row.ts';

/** Every connected number has a lane from the first look on; its fence rises for ever, so it is never taken away. */
export async function addLanes(tx: SystemTx): Promise<void> {
  await tx.sql(
    `insert into number_lanes (workspace_id, number_id)
     select workspace_id, number_id from numbers known
     where disconnected_at is null and not exists (
       select from number_lanes lane where lane.workspace_id = known.workspace_id and lane.number_id = known.number_id)
     on conflict do nothing`,
  );
}

/** Takes the lanes that nobody serves and that have something to send, or something in doubt. By the database's clock. */
export async function takeLanes(
  tx: SystemTx,
  { holder, leaseSeconds, most }: { holder: string; leaseSeconds: number; most: number },
): Promise<Hold[]> {
  return tx.sql<Hold>(
    `update number_lanes lane set holder = $1, fence = lane.fence + 1,
       leased_until = clock_timestamp() + $2 * interval '1 second'
     from (
       select workspace_id, number_id from number_lanes free
       where (holder is null or leased_until <= clock_timestamp()) and exists (
         select from outbox o where o.workspace_id = free.workspace_id and o.number_id = free.number_id)
       order by leased_until nulls first limit $3
       for update skip locked
     ) free
     where lane.workspace_id = free.workspace_id and lane.number_id = free.number_id
     returning lane.workspace_id as "workspaceId", lane.number_id as "numberId", lane.holder, lane.fence`,
    [holder, leaseSeconds, most],
  );
}

/** What was being sent under leases that have ended. */
export const findOrphans = (tx: SystemTx, holds: readonly Hold[]): Promise<Claimed[]> =>
  findSending(tx, holds, 'o.fence < held.fence');

/** What is being sent under a lease. */
export const findOwn = (tx: SystemTx, hold: Hold): Promise<Claimed[]> =>
  findSending(tx, [hold], 'o.fence = held.fence');

function findSending(tx: SystemTx, holds: readonly Hold[], whose: string): Promise<Claimed[]> {
  return tx.sql<Claimed>(
    `select o.workspace_id as "workspaceId", o.number_id as "numberId", o.message_id as "messageId",
       o.conversation_id as "conversationId", o.contact_id as "contactId", o.source_id as "sourceId", o.class, o.priority,
       o.attempts as attempt, o.retries, o.fence, o.queued_at as "queuedAt", o.deadline_at as "deadlineAt"
     from jsonb_to_recordset($1::jsonb) as held (workspace_id uuid, number_id uuid, fence bigint)
     join outbox o on o.workspace_id = held.workspace_id and o.number_id = held.number_id
       and o.state = 'sending' and ${whose}`,
    [asRows(holds)],
  );
}

/** Answers whose lease goes on. One that has ended is not renewed even if nobody has taken it. */
export async function renewLanes(
  tx: SystemTx,
  holds: readonly Hold[],
  leaseSeconds: number,
): Promise<Set<string>> {
  const kept = await tx.sql<{ numberId: string }>(
    `update number_lanes lane set leased_until = clock_timestamp() + $2 * interval '1 second'
     from (
       select lane.workspace_id, lane.number_id from jsonb_to_recordset($1::jsonb)
         as held (workspace_id uuid, number_id uuid, holder uuid, fence bigint)
       join number_lanes lane on lane.workspace_id = held.workspace_id and lane.number_id = held.number_id
         and lane.holder = held.holder and lane.fence = held.fence and lane.leased_until > clock_timestamp()
       order by lane.workspace_id, lane.number_id for update of lane
     ) held
     where lane.workspace_id = held.workspace_id and lane.number_id = held.number_id
     returning lane.number_id as "numberId"`,
    [asRows(holds), leaseSeconds],
  );
  return new Set(kept.map(({ numberId }) => numberId));
}

export async function releaseLanes(tx: SystemTx, holds: readonly Hold[]): Promise<void> {
  await tx.sql(
    `update number_lanes lane set holder = null, leased_until = null
     from jsonb_to_recordset($1::jsonb) as held (workspace_id uuid, number_id uuid, holder uuid, fence bigint)
     where lane.workspace_id = held.workspace_id and lane.number_id = held.number_id
       and lane.holder = held.holder and lane.fence = held.fence`,
    [asRows(holds)],
  );
}

const asRows = (holds: readonly Hold[]): string =>
  JSON.stringify(
    holds.map(({ workspaceId, numberId, holder, fence }) => ({
      workspace_id: workspaceId,
      number_id: numberId,
      holder,
      fence,
    })),
  );

/** What of a number decides how fast and for how many it may send. */
export interface NumberFacts {
  /** Whose ids of people are good here; null while Meta has not told. */
  portfolioId: string | null;
  /** What shares the limit of new people: the portfolio, as far as it is known. */
  limitKey: string;
  phoneNumberId: string;
  perSecond: number;
  /** How many new people its portfolio may write to in a day; null without a limit. */
  reach: number | null;
  isConnected: boolean;
}

export async function readNumber(
  tx: SystemTx,
  { workspaceId, numberId }: NumberName,
): Promise<NumberFacts | null> {
  const [row] = await tx.sql<Omit<NumberFacts, 'reach'> & { limit: string | null }>(
    `select portfolio_id as "portfolioId", limit_key as "limitKey", phone_number_id as "phoneNumberId", messaging_limit as "limit",
       case when on_business_app then least(messages_per_second, 20) else messages_per_second end as "perSecond",
       number.disconnected_at is null as "isConnected"
     from numbers number join whatsapp_accounts account using (workspace_id, account_id)
     where workspace_id = $1 and number_id = $2`,
    [workspaceId, numberId],
  );
  return row === undefined ? null : { ...row, reach: peopleADay(row.limit) };
}

/** How many people the portfolio's numbers have written to outside of windows in the last day. */
export async function countReached(
  tx: SystemTx,
  { workspaceId, limitKey }: { workspaceId: string; limitKey: string },
): Promise<number> {
  // Two numbers of one portfolio that count at the same moment would both take what is left.
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended($1, 7))`, [`${workspaceId} ${limitKey}`]);
  const [row] = await tx.sql<{ count: number }>(
    `select count(*) from portfolio_reach
     where workspace_id = $1 and limit_key = $2 and at > $3::timestamptz - interval '24 hours'`,
    [workspaceId, limitKey, tx.now],
  );
  return row!.count;
}
