import type { reminderKinds } from '@trikon/contract';
import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { festivals } from './festivals.ts';

interface Due {
  workspaceId: string;
  kind: (typeof reminderKinds)[number];
  subject: string;
  name: string;
  dueOn: string;
}

/** What every workspace does unless it decided otherwise, and which day it is there. */
const care = `care as (
  select w.workspace_id, w.time_zone, coalesce(c.refresh_days, 30) as refresh_days,
    coalesce(c.audit_days, 90) as audit_days, coalesce(c.lock_days, 14) as lock_days,
    coalesce(c.festivals, '{}') as festivals, ($1::timestamptz at time zone w.time_zone)::date as today
  from workspaces w left join template_care c on c.workspace_id = w.workspace_id)`;

const lastDone = (kind: string, subject: string): string =>
  `(select max(done_at) from template_reminders r
    where r.workspace_id = care.workspace_id and r.kind = '${kind}' and r.subject = ${subject})`;

/** Marketing that is being sent and has had the same words for long. */
const refresh = `select care.workspace_id, 'refresh' as kind, f.family_id::text as subject, f.name,
    (greatest(max(v.created_at), ${lastDone('refresh', 'f.family_id::text')}) at time zone max(care.time_zone))::date
      + max(care.refresh_days) as due_on, max(care.today) as today
  from care join template_families f on f.workspace_id = care.workspace_id
  join template_variants t on t.workspace_id = f.workspace_id and t.family_id = f.family_id
  join template_versions v on v.workspace_id = t.workspace_id and v.variant_id = t.variant_id
  where f.retired_at is null and f.category = 'MARKETING' and exists (
    select from template_variants sent
    join template_links l on l.workspace_id = sent.workspace_id and l.variant_id = sent.variant_id
    join templates m on m.workspace_id = l.workspace_id and m.template_id = l.template_id
    where sent.workspace_id = f.workspace_id and sent.family_id = f.family_id and m.status = 'APPROVED'
      and m.removed_at is null)
  group by care.workspace_id, f.family_id, f.name`;

/** All templates of a workspace are looked through, first so long after there was one. */
const audit = `select care.workspace_id, 'audit', '', '',
    (coalesce(${lastDone('audit', "''")}, min(m.created_at)) at time zone max(care.time_zone))::date
      + max(care.audit_days), max(care.today)
  from care join templates m on m.workspace_id = care.workspace_id and m.removed_at is null
  group by care.workspace_id`;

/** A week before submitting is locked for an event it is said. */
const lock = `select care.workspace_id, 'lock', d.subject, d.name, d.day - d.lock_days - 7, care.today
  from care join lateral (
    select f.key as subject, f.name, f.day, care.lock_days from jsonb_to_recordset($2::jsonb)
      as f (key text, name text, day date) where f.key = any(care.festivals)
    union all
    select o.occasion_id::text, o.name, o.day, coalesce(o.lock_days, care.lock_days) from template_occasions o
    where o.workspace_id = care.workspace_id) d on d.lock_days > 0 and d.day >= care.today`;

/** A new version is the refreshing that was asked for; a day that is over needs no reminder. */
const finishDone = `with ${care} update template_reminders r set done_at = $1, done_by = 'system:templates'
  from care where r.workspace_id = care.workspace_id and r.done_at is null and (
    (r.kind = 'refresh' and not exists (select from template_families f
      where f.workspace_id = r.workspace_id and f.family_id::text = r.subject and f.retired_at is null))
    or (r.kind = 'refresh' and exists (select from template_versions v
      join template_variants t on t.workspace_id = v.workspace_id and t.variant_id = v.variant_id
      where v.workspace_id = r.workspace_id and t.family_id::text = r.subject and v.created_at > r.raised_at))
    or (r.kind = 'lock' and r.due_on + 7 + care.lock_days < care.today))`;

/** Says once what is due. Asked again on the same day it changes nothing. */
export async function raiseReminders(tx: SystemTx): Promise<number> {
  await tx.sql(finishDone, [tx.now]);
  const days = festivals.flatMap(({ key, name, days: all }) =>
    all.map((day) => ({ key, name: name.en, day })),
  );
  const due = await tx.sql<Due>(
    `with ${care}, due as (${refresh} union all ${audit} union all ${lock})
     select distinct on (workspace_id, kind, subject) workspace_id as "workspaceId", kind, subject, name,
       to_char(due_on, 'YYYY-MM-DD') as "dueOn"
     from due where due_on <= today and not exists (select from template_reminders r
       where r.workspace_id = due.workspace_id and r.kind = due.kind and r.subject = due.subject
         and (r.done_at is null or r.due_on = due.due_on))
     order by workspace_id, kind, subject, due_on`,
    [tx.now, JSON.stringify(days)],
  );
  const rows = due.map((each) => ({ ...each, reminderId: newId(tx.now) }));
  const raised = await tx.sql<{ reminderId: string }>(
    `insert into template_reminders (workspace_id, reminder_id, kind, subject, name, due_on, raised_at)
     select "workspaceId", "reminderId", kind, subject, name, "dueOn"::date, $2 from jsonb_to_recordset($1::jsonb) as row
       ("workspaceId" uuid, "reminderId" uuid, kind text, subject text, name text, "dueOn" text)
     on conflict do nothing returning reminder_id as "reminderId"`,
    [JSON.stringify(rows), tx.now],
  );
  const isNew = new Set(raised.map(({ reminderId }) => reminderId));
  const told = rows.filter(({ reminderId }) => isNew.has(reminderId));
  await publishIn(
    tx,
    told.map(({ workspaceId, reminderId, kind, name, dueOn }) => ({
      workspaceId,
      type: 'template_reminder.due' as const,
      data: { reminderId, kind, name, dueOn },
    })),
  );
  return told.length;
}
