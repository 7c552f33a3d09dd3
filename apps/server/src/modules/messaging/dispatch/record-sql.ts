import { rankInSql } from '../messages/status.ts';
import { pairDebt, pairPause } from './claim-sql.ts';

/**
 * Writes what came of many attempts. Nothing here joins two lists of the batch: the planner takes both for short and
 * goes through one for each row of the other. Rows of tables are found by their keys; what sounds needless about how the
 * state is asked for keeps the index of what is under way out of it, which would be read whole for each result.
 *
 * Only whoever still holds the attempt may: a row that was taken over is in doubt or
 * belongs to another by now, and is not touched. $1 the results, $2 now.
 */
export const recordSql = `
with told as materialized (
  select * from jsonb_to_recordset($1::jsonb) as told (workspace_id uuid, message_id uuid, attempt smallint, fence bigint,
    number_id uuid, conversation_id uuid, outcome text, next text, hold text, wait_seconds float8, is_retry boolean,
    reason text, wamid text, code integer, error jsonb, pair_seconds float8)
), held as materialized (
  -- Meta may have told by a status already that it accepted: whatever the answer to the call was, that is so.
  select told.workspace_id, told.message_id, told.attempt, told.number_id, told.conversation_id, told.wait_seconds,
    told.is_retry, told.code, told.pair_seconds, proven.wamid is not null as is_proven,
    case when proven.wamid is null then told.next else 'accepted' end as next,
    case when proven.wamid is null then told.outcome else 'accepted' end as outcome,
    case when proven.wamid is null then told.hold end as hold,
    case when proven.wamid is null then told.reason end as reason,
    case when proven.wamid is null then told.error end as error,
    coalesce(told.wamid, proven.wamid) as wamid
  from told
  join outbox o on o.workspace_id = told.workspace_id and o.message_id = told.message_id
    and o.state || '' = 'sending' and o.fence = told.fence and o.attempts = told.attempt
  left join attempts proven on proven.workspace_id = told.workspace_id and proven.message_id = told.message_id
    and proven.attempt = told.attempt and proven.outcome = 'accepted'
  order by o.workspace_id, o.message_id for update of o
), gone as (
  delete from outbox o using held
  where o.workspace_id = held.workspace_id and o.message_id = held.message_id and held.next in ('accepted', 'failed')
), moved as (
  update outbox o set state = held.next, hold = held.hold,
    since = case held.next when 'unknown' then $2::timestamptz end,
    due_at = case held.next when 'waiting' then least($2::timestamptz + held.wait_seconds * interval '1 second', o.deadline_at)
      else o.due_at end,
    retries = o.retries + held.is_retry::int
  from held
  where o.workspace_id = held.workspace_id and o.message_id = held.message_id
    and held.next in ('unknown', 'waiting', 'ready')
), tried as (
  update attempts a set outcome = held.outcome, code = held.code, error = held.error, wamid = held.wamid, ended_at = $2
  from held
  where a.workspace_id = held.workspace_id and a.message_id = held.message_id and a.attempt = held.attempt
    and a.outcome is distinct from 'accepted'
), said as (
  update messages m set
    status = case when ${rankInSql('m.status')} < ${rankInSql('held.next')} then held.next else m.status end,
    wamid = coalesce(m.wamid, held.wamid),
    reason = case when ${rankInSql('m.status')} < ${rankInSql('held.next')} then held.reason else m.reason end,
    error = case when ${rankInSql('m.status')} < ${rankInSql('held.next')} then held.error else m.error end,
    failed_at = case held.next when 'failed' then $2 else m.failed_at end
  from held
  where m.workspace_id = held.workspace_id and m.message_id = held.message_id
    and held.next in ('accepted', 'unknown', 'failed')
), keyed as (
  insert into message_keys (workspace_id, number_id, wamid, message_id)
  select workspace_id, number_id, wamid, message_id from held where wamid is not null
  order by workspace_id, number_id, wamid on conflict do nothing
), talked as (
  update conversations v set
    last_outbound_at = case when pair.sent > 0 then greatest(v.last_outbound_at, $2) else v.last_outbound_at end,
    pair_debt_until = greatest(
      greatest(${pairDebt('v.pair_debt_until', '$2')}, $2) + pair.owed * ${pairPause},
      $2::timestamptz + pair.seconds * interval '1 second' + interval '264 seconds')
  from (
    select workspace_id, conversation_id, count(*) filter (where next = 'accepted') as sent,
      count(*) filter (where next in ('accepted', 'unknown')) as owed, max(pair_seconds) as seconds
    from held where next in ('accepted', 'unknown') or pair_seconds is not null
    group by workspace_id, conversation_id order by workspace_id, conversation_id
  ) pair
  where v.workspace_id = pair.workspace_id and v.conversation_id = pair.conversation_id
  returning v.workspace_id, v.conversation_id, v.free_entry_offered_until
)
select held.message_id as "messageId", held.attempt, held.is_proven as "isProven", held.wamid, held.conversation_id as "conversationId",
  held.wamid is not null and (
    select true from stray_statuses stray where stray.workspace_id = held.workspace_id
      and stray.number_id = held.number_id and stray.wamid = held.wamid limit 1
  ) is true as "hasStrays", false as "isOffer"
from held
union all
select null, null, null, null, conversation_id, null, true from talked where free_entry_offered_until is not null`;
