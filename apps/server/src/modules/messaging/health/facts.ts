import type { SystemTx } from '../../../platform/db/index.ts';
import { smallestId } from '../../../platform/ids/index.ts';
import type { Allowance } from '../cost/allowance.ts';

/** What is kept of a number and of everything around it, as far as it says how the number is doing. */
export interface NumberFacts {
  workspaceId: string;
  numberId: string;
  phone: string;
  name: string;
  nameStatus: string;
  newName: string | null;
  newNameStatus: string | null;
  quality: string;
  status: string;
  registered: boolean;
  pinEnabled: boolean;
  messagingLimit: string | null;
  throughput: string;
  messagesPerSecond: number;
  restrictions: Restriction[];
  metaHealth: {
    canSend: string;
    entities: { type: string; id: string; canSend: string; reasons: string[] }[];
  } | null;
  health: string | null;
  accountProblem: string | null;
  reviewStatus: string | null;
  banState: string | null;
  presence: string | null;
  violation: string | null;
  accountRestrictions: Restriction[];
  tokenEndsAt: Date | null;
  pausedAt: Date | null;
  pausedReason: string | null;
  queued: number;
  reached: number;
  templatesPaused: number;
  /** When anything came from Meta through a door of this number's app. */
  webhookAt: Date | null;
  /** Of the last hour: what left, how much of it Meta took more than ten minutes ago, and what failed, by Meta's code. */
  tried: number;
  takenEarlier: number;
  failures: Record<string, number>;
}

export interface Restriction {
  type: string | null;
  until: string | null;
}

/** What is beside the tables of the number itself. */
export interface Surroundings {
  now: Date;
  backlog: { pending: number; oldestSeconds: number };
  allowance: Allowance;
}

const minute = 60_000;

/** Of one number, or of all that are connected. */
export const readFacts = (
  tx: SystemTx,
  only: { workspaceId: string; numberId: string } | null,
): Promise<NumberFacts[]> =>
  tx.sql<NumberFacts>(selectFacts, [
    only?.workspaceId ?? null,
    only?.numberId ?? null,
    tx.now,
    smallestId(new Date(tx.now.getTime() - 60 * minute)),
    smallestId(new Date(tx.now.getTime() - 10 * minute)),
  ]);

// Counting on is of no use to anybody beyond some number.
const selectFacts = `
  with chosen as materialized (
    select * from numbers number
    where ($1::uuid is null or number.workspace_id = $1) and ($2::uuid is null or number.number_id = $2)
      and (number.disconnected_at is null or $2 is not null)
  ), hour as materialized (
    select workspace_id, number_id, sum(count)::integer as tried, sum(taken)::integer as taken,
      jsonb_object_agg(code, count) filter (where code is not null) as failures
    from (
      select message.workspace_id, message.number_id, count(*),
        count(*) filter (where message.wamid is not null and message.message_id < $5) as taken,
        case when message.status = 'failed' then coalesce(message.error->>'code', '0') end as code
      from (select distinct workspace_id from chosen) as workspace
      join messages message on message.workspace_id = workspace.workspace_id and message.message_id >= $4
      where message.direction = 'out' and message.status not in ('queued', 'refused', 'cancelled', 'expired')
      group by 1, 2, 5
    ) as counted group by 1, 2
  )
  select number.workspace_id as "workspaceId", number.number_id as "numberId", number.phone, number.name,
    number.name_status as "nameStatus", number.new_name as "newName", number.new_name_status as "newNameStatus",
    number.quality, number.status, number.registered, number.pin_enabled as "pinEnabled",
    number.messaging_limit as "messagingLimit", number.throughput, number.messages_per_second as "messagesPerSecond",
    number.restrictions, number.meta_health as "metaHealth", known.worst as health,
    account.problem as "accountProblem", account.review_status as "reviewStatus", account.ban_state as "banState",
    account.presence, coalesce(number.violation, account.violation) as violation,
    account.restrictions as "accountRestrictions", account.expires_at as "tokenEndsAt",
    lane.paused_at as "pausedAt", lane.paused_reason as "pausedReason",
    (select count(*)::integer from (select from outbox
       where outbox.workspace_id = number.workspace_id and outbox.number_id = number.number_id limit 100000) as row) as queued,
    (select count(*)::integer from portfolio_reach reach
     where reach.workspace_id = number.workspace_id and reach.limit_key = account.limit_key
       and reach.at > $3::timestamptz - interval '1 day') as reached,
    (select count(*)::integer from templates template
     where template.workspace_id = number.workspace_id and template.account_id = number.account_id
       and template.status = 'PAUSED' and template.removed_at is null) as "templatesPaused",
    (select max(door.received_at) from system.webhook_doors door where door.meta_app_id = app.meta_app_id) as "webhookAt",
    coalesce(hour.tried, 0) as tried, coalesce(hour.taken, 0) as "takenEarlier", coalesce(hour.failures, '{}') as failures
  from chosen number
  join whatsapp_accounts account using (workspace_id, account_id)
  join whatsapp_apps app using (workspace_id, app_id)
  left join number_lanes lane using (workspace_id, number_id)
  left join number_health known using (workspace_id, number_id)
  left join hour using (workspace_id, number_id)
  order by number.workspace_id, number.number_id`;
