import type { SystemTx } from '../../../platform/db/index.ts';

const batch = 500;

/**
 * Counts days again of which something became known, each from its messages alone: however often and in whatever order
 * events came, a day has the same numbers. Answers whether there may be more.
 */
export async function countDays(tx: SystemTx): Promise<boolean> {
  const due = await tx.sql<{ workspace_id: string; template_id: string; day: string }>(
    `delete from template_days_due d using (
       select workspace_id, template_id, day from template_days_due order by 1, 2, 3 limit ${batch} for update skip locked
     ) taken
     where d.workspace_id = taken.workspace_id and d.template_id = taken.template_id and d.day = taken.day
     returning d.workspace_id, d.template_id, d.day::text`,
  );
  if (due.length === 0) return false;
  const given = JSON.stringify(due);
  await tx.sql(
    `delete from template_days d using jsonb_to_recordset($1::jsonb) as due (workspace_id uuid, template_id uuid, day date)
     where d.workspace_id = due.workspace_id and d.template_id = due.template_id and d.day = due.day`,
    [given],
  );
  await tx.sql(countSql, [given]);
  return due.length === batch;
}

/** A word that stops is no reply. */
const isReply = `r.kind = 'reply' and not exists (select from template_responses o where o.workspace_id = r.workspace_id
  and o.response_id = r.response_id and o.kind = 'opt_out')`;

const countSql = `
with due as (
  select * from jsonb_to_recordset($1::jsonb) as due (workspace_id uuid, template_id uuid, day date)
), seen as (
  select s.*, coalesce(span.version_id, '00000000-0000-0000-0000-000000000000') as version_id,
    coalesce(did.replied, false) as replied, coalesce(did.pressed, false) as pressed,
    coalesce(did.opted_out, false) as opted_out, coalesce(did.blocked, false) as blocked
  from due join template_sends s using (workspace_id, template_id, day)
  left join lateral (
    select version_id from template_spans span where span.workspace_id = s.workspace_id and span.template_id = s.template_id
      and span.from_at <= s.sent_at order by from_at desc limit 1
  ) span on true
  left join lateral (
    select bool_or(${isReply}) as replied, bool_or(r.kind = 'press') as pressed, bool_or(r.kind = 'opt_out') as opted_out,
      bool_or(r.kind = 'block') as blocked
    from template_responses r where r.workspace_id = s.workspace_id and r.message_id = s.message_id
  ) did on true
), codes as (
  select workspace_id, template_id, version_id, day, jsonb_object_agg(failed_code, count) as failures from (
    select workspace_id, template_id, version_id, day, failed_code, count(*) from seen where failed_code is not null
    group by 1, 2, 3, 4, 5) each group by 1, 2, 3, 4
)
insert into template_days (workspace_id, template_id, version_id, day, sent, delivered, read, failed, failures, replied, pressed,
  answered, answered_unread, opted_out, blocked, read_seconds)
select workspace_id, template_id, version_id, day, count(*), count(*) filter (where delivered_at is not null or read_at is not null),
  count(*) filter (where read_at is not null), count(*) filter (where failed_code is not null),
  coalesce((array_agg(codes.failures) filter (where codes.failures is not null))[1], '{}'),
  count(*) filter (where replied), count(*) filter (where pressed), count(*) filter (where replied or pressed),
  count(*) filter (where (replied or pressed) and read_at is null), count(*) filter (where opted_out),
  count(*) filter (where blocked),
  percentile_disc(0.5) within group (order by greatest(0, extract(epoch from read_at - sent_at))::integer)
from seen left join codes using (workspace_id, template_id, version_id, day)
group by 1, 2, 3, 4`;

/** Notes which version WhatsApp has of each template from when on; days that this concerns are counted again. */
export async function noteSpans(tx: SystemTx): Promise<void> {
  await tx.sql(
    `with fresh as (
       insert into template_spans (workspace_id, template_id, from_at, version_id)
       select l.workspace_id, l.template_id, case when last.version_id is null then '-infinity' else l.compared_at end, l.version_id
       from template_links l left join lateral (
         select version_id from template_spans s where s.workspace_id = l.workspace_id and s.template_id = l.template_id
         order by from_at desc limit 1
       ) last on true
       where last.version_id is distinct from l.version_id
       order by 1, 2 on conflict do nothing returning workspace_id, template_id, from_at
     )
     insert into template_days_due (workspace_id, template_id, day)
     select distinct s.workspace_id, s.template_id, s.day from fresh
     join template_sends s on s.workspace_id = fresh.workspace_id and s.template_id = fresh.template_id
       and s.sent_at >= fresh.from_at
     order by 1, 2, 3 on conflict do nothing`,
  );
}

/** Of older messages nothing is taken in any more, so their days stay as they were counted. */
export const keptDays = 400;

/** Days stay for ever; of single messages nobody asks after a year. */
export async function forgetSends(tx: SystemTx): Promise<void> {
  const before = new Date(tx.now.getTime() - keptDays * 86_400_000);
  await tx.sql('delete from template_responses where at < $1', [before]);
  await tx.sql('delete from template_sends where sent_at < $1', [before]);
}
