import { userIdIn } from '../../contacts/index.ts';
import { claimConditions } from '../gate/claim-conditions.ts';

/** WhatsApp lets one message through to one customer each six seconds; 45 may come at once and are paid for later. */
export const pairPause = `interval '6 seconds'`;
const pairCredit = `interval '264 seconds'`;

/** Without what no pair ever owes: a clock that was far ahead for a while wrote it, and nobody is kept waiting by that. */
export const pairDebt = (debtUntil: string, now: string): string =>
  `case when ${debtUntil} < ${now}::timestamptz + interval '2 hours' then ${debtUntil} end`;

/**
 * Takes the next messages of one number and writes down that they are tried, all in one statement: whoever pauses the
 * number, stops the source, withdraws consent or takes the number over either is seen here or waits for this commit.
 *
 * $1 workspace, $2 number, $3 holder, $4 fence, $5 now, $6 how many, $7 how many to look at, $8 what shares its
 * limit, $9 how many new people that may still reach (null for any number), $10 its portfolio, $11 the last priority.
 */
export const claimSql = `
with lane as materialized (
  select fence from number_lanes
  where workspace_id = $1 and number_id = $2 and holder = $3 and fence = $4
    and leased_until > clock_timestamp() and paused_at is null
  for share
), front as materialized (
  select o.message_id, o.conversation_id, o.contact_id, o.source_id, o.class, o.priority, o.place, o.deadline_at
  from outbox o
  where o.workspace_id = $1 and o.number_id = $2 and o.state = 'ready' and o.priority <= $11
    and exists (select from lane)
  order by o.priority, o.place, o.message_id limit $7
), sources as materialized (
  -- All of them are locked before any message is.
  select coalesce(array_agg(source_id) filter (where state = 'running'), '{}') as running,
    coalesce(array_agg(source_id) filter (where state = 'cancelled'), '{}') as cancelled from (
    select source_id, state from send_sources
    where workspace_id = $1 and source_id in (select source_id from front) order by source_id for share
  ) locked
), looked as materialized (
  select front.*, coalesce(c.merged_into, c.contact_id) as person_id,
    $9::integer is not null and front.class <> 'reply' and coalesce(v.window_ends_at, $5) <= $5 and not exists (
      select from portfolio_reach reach where reach.workspace_id = $1 and reach.limit_key = $8
        and reach.contact_id = coalesce(c.merged_into, c.contact_id) and reach.at > $5::timestamptz - interval '24 hours'
    ) as reaches,
    case
      -- What came back after the others of its source were taken out.
      when front.source_id = any(sources.cancelled) then 'cancelled'
      when front.deadline_at <= $5 then 'expired'
      when front.source_id is not null and not front.source_id = any(sources.running) then 'source'
      when others.busy then 'turn'
      when ${pairDebt('v.pair_debt_until', '$5')} > $5::timestamptz + ${pairCredit} then 'pair_rate'
    end as hold,
    ${pairDebt('v.pair_debt_until', '$5')} as pair_debt_until
  from front cross join sources
  join contacts c on c.workspace_id = $1 and c.contact_id = front.contact_id
  join conversations v on v.workspace_id = $1 and v.conversation_id = front.conversation_id
  left join lateral (
    -- One at a time for each conversation, and within a class in the order in which they were written.
    select bool_or(other.state = 'sending'
      or (other.state = 'unknown' and other.hold is null and front.priority >= 2)
      or (other.state = 'waiting' and other.class = front.class and other.message_id < front.message_id
          and other.hold in ('retry', 'turn', 'pair_rate'))) as busy
    from outbox other
    where other.workspace_id = $1 and other.conversation_id = front.conversation_id
      and other.message_id <> front.message_id
  ) others on true
), seen as materialized (
  select looked.*,
    count(*) filter (where hold is null and reaches) over (order by priority, place, message_id) as reached,
    row_number() over (partition by conversation_id, hold is null order by priority, place, message_id) as turn
  from looked
), chosen as materialized (
  select o.message_id, seen.reaches, seen.person_id, ${userIdIn('c', '$10::text')} as user_id, c.phone, m.content, m.type,
    m.reply_to_wamid,
    case when c.phone is null and (o.class = 'otp' or ${userIdIn('c', '$10::text')} is null) then 'no_address'
      else ${claimConditions({ now: '$5::timestamptz' })} end as refusal
  from seen
  join outbox o on o.workspace_id = $1 and o.message_id = seen.message_id
  join messages m on m.workspace_id = $1 and m.message_id = seen.message_id
  join contacts c on c.workspace_id = $1 and c.contact_id = seen.person_id
  join conversations v on v.workspace_id = $1 and v.conversation_id = seen.conversation_id
  join consent_states s on s.workspace_id = $1 and s.contact_id = seen.person_id
  left join templates t on t.workspace_id = $1 and t.template_id = o.template_id
  where seen.hold is null and seen.turn = 1 and (not seen.reaches or seen.reached <= $9) and o.state = 'ready'
  order by seen.priority, seen.place, seen.message_id limit $6
  for update of o skip locked for share of s skip locked
), taken as (
  update outbox o set state = 'sending', hold = null, attempts = o.attempts + 1, fence = $4, since = $5
  from chosen where o.workspace_id = $1 and o.message_id = chosen.message_id and chosen.refusal is null
  returning o.*, chosen.user_id, chosen.phone, chosen.person_id, chosen.reaches, chosen.content, chosen.type,
    chosen.reply_to_wamid
), tried as (
  insert into attempts (workspace_id, message_id, attempt, number_id, fence, started_at)
  select $1, message_id, attempts, $2, $4, $5 from taken
), reached as (
  insert into portfolio_reach (workspace_id, limit_key, contact_id, at)
  select distinct $1::uuid, $8, person_id, $5::timestamptz from taken where reaches
  on conflict (workspace_id, limit_key, contact_id) do update set at = excluded.at
), ended as materialized (
  select message_id, refusal as reason, 'refused' as status from chosen where refusal is not null
  union all select message_id, 'expired', 'expired' from seen where hold = 'expired'
  union all select message_id, 'source_cancelled', 'cancelled' from seen where hold = 'cancelled'
), gone as (
  delete from outbox o using ended
  where o.workspace_id = $1 and o.message_id = ended.message_id and o.state = 'ready' returning o.*
), said as (
  update messages m set status = ended.status, reason = ended.reason,
    failed_at = case when ended.status <> 'cancelled' then $5 end
  from ended join gone on gone.message_id = ended.message_id
  where m.workspace_id = $1 and m.message_id = ended.message_id
), parked as (
  update outbox o set state = 'waiting', hold = why.hold, due_at = least(why.due_at, o.deadline_at)
  from (
    select message_id, coalesce(hold, 'portfolio_limit') as hold,
      case hold when 'source' then 'infinity'::timestamptz
        when 'pair_rate' then pair_debt_until - ${pairCredit}
        when 'turn' then $5::timestamptz + interval '1 second'
        else $5::timestamptz + interval '5 minutes' end as due_at
    from seen
    -- Replies and codes that wait for their turn stay where they are: it comes in a moment.
    where hold in ('source', 'pair_rate') or (hold = 'turn' and priority >= 2)
      or (hold is null and turn = 1 and reaches and reached > $9)
  ) why
  where o.workspace_id = $1 and o.message_id = why.message_id and o.state = 'ready'
  returning o.message_id
)
select 'send' as kind, null as reason, taken.message_id as "messageId", taken.conversation_id as "conversationId",
  taken.contact_id as "contactId", taken.source_id as "sourceId", taken.class, taken.priority, taken.attempts as attempt,
  taken.retries, coalesce(i.wa_id, ltrim(taken.phone, '+')) as "to",
  case when taken.phone is null then taken.user_id end as recipient, taken.content, taken.type,
  taken.reply_to_wamid as "replyToWamid", greatest(taken.queued_at, taken.due_at) as "queuedAt",
  taken.deadline_at as "deadlineAt"
from taken
left join contact_identities i on i.workspace_id = $1 and i.kind = 'phone' and i.value = taken.phone and i.ended_at is null
union all
select ended.status, ended.reason, gone.message_id, gone.conversation_id, gone.contact_id, gone.source_id, gone.class,
  gone.priority, gone.attempts, gone.retries, null, null, null, null, null, gone.queued_at, gone.deadline_at
from gone join ended on ended.message_id = gone.message_id
union all
select 'parked', null, message_id, null, null, null, null, null, null, null, null, null, null, null, null, null, null from parked
union all
select 'unlocked', null, seen.message_id, null, seen.person_id, null, null, null, null, null, null, null, null, null, null, null, null
from seen where seen.hold is null and seen.turn = 1 and not exists (
  select from consent_states s where s.workspace_id = $1 and s.contact_id = seen.person_id)
`;
