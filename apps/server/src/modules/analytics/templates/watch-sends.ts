import type { SystemTx } from '../../../platform/db/index.ts';
import type { LoggedEventOf } from '../../../platform/events/index.ts';
import { keptDays } from './count-days.ts';

export const watchedEvents = [
  'message.sent',
  'message.delivered',
  'message.read',
  'message.failed',
  'message.received',
  'consent.wish_heard',
  'consent.withdrawn',
  'consent.stopped',
  'contact.blocked',
] as const;

export type WatchedEvent = LoggedEventOf<(typeof watchedEvents)[number]>;

/** Takes over what became of messages with templates and what people did after them; a repetition changes nothing. */
export async function watchSends(tx: SystemTx, events: readonly WatchedEvent[]): Promise<void> {
  await takeSends(tx, events);
  await takeResponses(tx, events);
}

async function takeSends(tx: SystemTx, events: readonly WatchedEvent[]): Promise<void> {
  const told = events.flatMap((event) =>
    event.type === 'message.sent' ||
    event.type === 'message.delivered' ||
    event.type === 'message.read' ||
    event.type === 'message.failed'
      ? [{ workspaceId: event.workspaceId, messageId: event.data.messageId, at: event.at }]
      : [],
  );
  if (told.length === 0) return;
  await tx.sql(
    `with told as (
       select "workspaceId" as workspace_id, "messageId" as message_id, min(at) as at
       from jsonb_to_recordset($1::jsonb) as told ("workspaceId" uuid, "messageId" uuid, at timestamptz) group by 1, 2
     ), given as materialized (
       select m.workspace_id, m.message_id, m.template_id, m.conversation_id, m.contact_id, m.delivered_at, m.read_at,
         least(m.sent_at, m.delivered_at, m.read_at, m.failed_at, told.at) as sent_at, w.time_zone,
         case when m.status = 'failed' then case when m.error ->> 'code' ~ '^[0-9]{1,9}$' then (m.error ->> 'code')::integer
           else 0 end end as failed_code
       from told join messages m on m.workspace_id = told.workspace_id and m.message_id = told.message_id
       join workspaces w on w.workspace_id = m.workspace_id
       where m.direction = 'out' and m.template_id is not null
         and m.created_at > $2 and m.status in ('accepted', 'sent', 'delivered', 'read', 'played', 'failed')
     ), before as materialized (
       select s.workspace_id, s.template_id, s.day from template_sends s join given using (workspace_id, message_id)
     ), put as (
       insert into template_sends as known (workspace_id, message_id, template_id, conversation_id, contact_id, sent_at, day,
         delivered_at, read_at, failed_code)
       select workspace_id, message_id, template_id, conversation_id, contact_id, sent_at,
         (sent_at at time zone time_zone)::date, delivered_at, read_at, failed_code
       from given order by workspace_id, message_id
       on conflict (workspace_id, message_id) do update set sent_at = least(known.sent_at, excluded.sent_at),
         day = least(known.day, excluded.day), delivered_at = coalesce(excluded.delivered_at, known.delivered_at),
         read_at = coalesce(excluded.read_at, known.read_at), failed_code = excluded.failed_code
       returning workspace_id, template_id, day
     )
     insert into template_days_due (workspace_id, template_id, day)
     select workspace_id, template_id, day from put union select workspace_id, template_id, day from before
     order by 1, 2, 3 on conflict do nothing`,
    [JSON.stringify(told), new Date(tx.now.getTime() - keptDays * 86_400_000)],
  );
}

/** Within so many hours it belongs to the last message with a template before it. */
const replyHours = 72;
const optOutHours = 48;
/** WhatsApp tells of a block only by not delivering the next message. */
const blockHours = 30 * 24;

/** Meta: the message cannot be delivered to this person, which after an earlier delivery mostly is a block. */
const undeliverable = 131026;

interface Response {
  workspaceId: string;
  responseId: string;
  kind: 'reply' | 'opt_out' | 'block';
  contactId: string | null;
  at: Date | string;
  hours: number;
  afterDelivery: boolean;
}

function responseOf(event: WatchedEvent): Response[] {
  const { workspaceId, eventId, contactId, at } = event;
  const of = { workspaceId, contactId, afterDelivery: false };
  switch (event.type) {
    case 'message.received':
      if (event.data.groupId !== null) return [];
      return [
        { ...of, responseId: event.data.messageId, kind: 'reply', at: event.data.at, hours: replyHours },
      ];
    case 'consent.wish_heard':
      if (event.data.wish !== 'stop' && event.data.wish !== 'stop_promotions') return [];
      return [{ ...of, responseId: event.data.messageId, kind: 'opt_out', at, hours: optOutHours }];
    case 'consent.withdrawn':
    case 'consent.stopped':
      return [{ ...of, responseId: eventId, kind: 'opt_out', at: event.data.at, hours: optOutHours }];
    case 'contact.blocked':
      return [{ ...of, responseId: eventId, kind: 'block', at, hours: optOutHours }];
    case 'message.failed':
      if (event.data.code !== undeliverable) return [];
      return [
        {
          ...of,
          responseId: event.data.messageId,
          kind: 'block',
          at,
          hours: blockHours,
          afterDelivery: true,
        },
      ];
    case 'message.sent':
    case 'message.delivered':
    case 'message.read':
      break;
  }
  return [];
}

async function takeResponses(tx: SystemTx, events: readonly WatchedEvent[]): Promise<void> {
  const responses = events.flatMap(responseOf);
  if (responses.length === 0) return;
  await tx.sql(
    `with given as (
       select distinct on ("workspaceId", "responseId", kind) "workspaceId" as workspace_id, "responseId" as response_id, kind,
         "contactId" as contact_id, at, hours, "afterDelivery" as after_delivery
       from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "responseId" uuid, kind text, "contactId" uuid,
         at timestamptz, hours integer, "afterDelivery" boolean)
       order by 1, 2, 3, at
     ), placed as (
       select given.workspace_id, given.response_id, given.at, sent.message_id,
         case when given.kind = 'reply' and said.type = 'button' then 'press' else given.kind end as kind
       from given
       left join messages said on given.kind = 'reply' and said.workspace_id = given.workspace_id
         and said.message_id = given.response_id
       cross join lateral (
         select s.message_id from template_sends s
         where s.workspace_id = given.workspace_id and s.contact_id = coalesce(given.contact_id, said.contact_id)
           and s.sent_at <= given.at and s.sent_at > given.at - given.hours * interval '1 hour'
           and s.message_id <> given.response_id and (not given.after_delivery or s.delivered_at is not null)
         -- Whoever quotes or presses a message means that one.
         order by (s.message_id is not distinct from said.reply_to_id) desc, s.sent_at desc, s.message_id desc limit 1
       ) sent
     ), put as (
       insert into template_responses (workspace_id, response_id, kind, message_id, at)
       select workspace_id, response_id, kind, message_id, at from placed order by 1, 2, 3
       on conflict do nothing returning workspace_id, message_id
     )
     insert into template_days_due (workspace_id, template_id, day)
     select distinct s.workspace_id, s.template_id, s.day from put
     join template_sends s on s.workspace_id = put.workspace_id and s.message_id = put.message_id
     order by 1, 2, 3 on conflict do nothing`,
    [JSON.stringify(responses)],
  );
}
