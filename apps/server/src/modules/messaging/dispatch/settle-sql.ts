import { rankInSql } from '../messages/status.ts';

/**
 * Attempts of which something that Meta told proves that it accepted them. $1 the proofs, $2 now. Whatever waited to be
 * sent again does not leave any more; what is under way at this moment is left to its own answer.
 */
export const settleSql = `
with told as materialized (
  select distinct on (workspace_id, message_id, attempt) * from jsonb_to_recordset($1::jsonb)
    as told (workspace_id uuid, number_id uuid, message_id uuid, attempt smallint, wamid text, settled_by text)
  order by workspace_id, message_id, attempt
), known as materialized (
  select told.*, m.status, m.conversation_id, m.contact_id, i.source_id from told
  join messages m on m.workspace_id = told.workspace_id and m.message_id = told.message_id
    and m.number_id = told.number_id and m.direction = 'out'
  left join intents i on i.workspace_id = told.workspace_id and i.intent_id = told.message_id
  order by told.workspace_id, told.message_id, told.attempt for update of m
), tried as (
  insert into attempts as known_attempt (workspace_id, message_id, attempt, number_id, fence, started_at, outcome, wamid,
    ended_at, settled_by, settled_at)
  select workspace_id, message_id, attempt, number_id, 0, $2, 'accepted', wamid, $2, settled_by, $2 from known
  on conflict (workspace_id, message_id, attempt) do update
    set outcome = 'accepted', wamid = excluded.wamid, settled_by = excluded.settled_by, settled_at = excluded.settled_at
    where known_attempt.outcome is distinct from 'accepted'
  returning message_id, attempt
), keyed as (
  insert into message_keys (workspace_id, number_id, wamid, message_id)
  select workspace_id, number_id, wamid, message_id from known order by workspace_id, number_id, wamid
  on conflict do nothing
), gone as (
  delete from outbox o using known
  where o.workspace_id = known.workspace_id and o.message_id = known.message_id and o.state <> 'sending'
), said as (
  update messages m set wamid = coalesce(m.wamid, known.wamid),
    status = case when ${rankInSql('m.status')} < ${rankInSql("'accepted'")} then 'accepted' else m.status end,
    reason = case when ${rankInSql('m.status')} < ${rankInSql("'accepted'")} then null else m.reason end,
    error = case when ${rankInSql('m.status')} < ${rankInSql("'accepted'")} then null else m.error end
  from known where m.workspace_id = known.workspace_id and m.message_id = known.message_id
)
select known.workspace_id as "workspaceId", known.number_id as "numberId", known.message_id as "messageId",
  known.conversation_id as "conversationId", known.contact_id as "contactId", known.source_id as "sourceId",
  known.status, tried.message_id is not null as "isNews",
  exists (
    select from attempts other where other.workspace_id = known.workspace_id and other.message_id = known.message_id
      and other.attempt <> known.attempt and other.outcome = 'accepted'
  ) as "isDuplicate"
from known left join tried on tried.message_id = known.message_id and tried.attempt = known.attempt`;

/**
 * Which message in doubt a customer speaks of, or another device repeats: the only one in the conversation that fits.
 * While an attempt is in doubt no other leaves for the same conversation, so there is hardly ever a second.
 */
export const doubtfulOfSql = `
select told.nth, (array_agg(m.message_id))[1] as "messageId", (array_agg(tried.attempt))[1] as attempt
from jsonb_to_recordset($1::jsonb)
  as told (nth integer, workspace_id uuid, number_id uuid, contact_id uuid, type text, content jsonb)
join contacts person on person.workspace_id = told.workspace_id and person.contact_id = told.contact_id
join contacts family on family.workspace_id = told.workspace_id
  and coalesce(family.merged_into, family.contact_id) = coalesce(person.merged_into, person.contact_id)
join conversations v on v.workspace_id = told.workspace_id and v.number_id = told.number_id
  and v.contact_id = family.contact_id
join messages m on m.workspace_id = told.workspace_id and m.conversation_id = v.conversation_id
  and m.direction = 'out' and m.status = 'unknown' and m.wamid is null and m.at > $2::timestamptz - interval '30 days'
  and (told.content is null or (m.type = told.type and m.content @> told.content))
join lateral (
  select a.attempt from attempts a
  where a.workspace_id = m.workspace_id and a.message_id = m.message_id and a.outcome = 'unknown'
  order by a.attempt desc limit 1
) tried on true
group by told.nth having count(*) = 1`;
