/**
 * $1 workspace, $2 the intents, $3 now, $4 number, $5 source, $6 origin, $7 who of it, $8 hash, $9 class, $10 priority,
 * $11 purpose, $12 template, $13 category, $14 type, $15 tag, $16 category to count for caps or null,
 * $17 and $18 the message that it answers, $19 content that all share.
 */
export const queueSql = `
with given as materialized (
  select * from json_to_recordset($2::json) as given (cause text, intent_id uuid, contact_id uuid, verdict text, rule text,
    detail jsonb, hold text, due_at timestamptz, deadline_at timestamptz, content jsonb, text text, micros bigint)
), new as (
  insert into intents (workspace_id, cause, intent_id, contact_id, number_id, source_id, origin, origin_id, request_hash,
    verdict, rule, detail, decided_at)
  select $1, cause, intent_id, contact_id, $4, $5::uuid, $6, $7, $8, verdict, rule, detail, $3
  from given order by cause
  on conflict (workspace_id, cause) do nothing returning intent_id
), leaving as materialized (
  select given.*, k.conversation_id,
    row_number() over (partition by given.hold is null order by given.intent_id) as turn
  from given join new using (intent_id)
  join conversations k on k.workspace_id = $1 and k.number_id = $4 and k.contact_id = given.contact_id
  where given.verdict <> 'refused'
), behind as materialized (
  -- A source stands behind its own last and right behind the front.
  select greatest(0,
    (select min(o.place) from outbox o
     where o.workspace_id = $1 and o.number_id = $4 and o.state = 'ready' and o.priority = $10),
    (select max(o.place) from outbox o
     where o.workspace_id = $1 and o.source_id = $5 and o.priority = $10)) as place
), said as (
  insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, origin_id, type,
    content, text, at, status, reason, reply_to_wamid, reply_to_id, template_id, category, estimated_micros, created_at)
  select $1, intent_id, conversation_id, contact_id, $4, 'out', $6, $7, $14, coalesce($19::jsonb, content), text, $3,
    'queued', hold, $18, $17::uuid, $12::uuid, $13, micros, $3
  from leaving
), queued as (
  insert into outbox (workspace_id, message_id, number_id, conversation_id, contact_id, source_id, class, priority, state,
    place, due_at, hold, deadline_at, queued_at, purpose, template_id)
  select $1, intent_id, $4, conversation_id, contact_id, $5::uuid, $9, $10,
    case when hold is null then 'ready' else 'waiting' end,
    case when hold is null then behind.place + turn else 0 end, due_at, hold, deadline_at, $3, $11, $12::uuid
  from leaving cross join behind
), counted as (
  insert into recent_sends (workspace_id, contact_id, category, at, message_id, tag)
  select $1, contact_id, $16, due_at, intent_id, $15 from leaving where $16::text is not null order by contact_id
)
select new.intent_id as "intentId", leaving.intent_id is not null as queued
from new left join leaving using (intent_id)`;
