import { newId } from '../../src/platform/ids/index.ts';
import type { TestDatabase } from '../test-database.ts';

export interface Place {
  workspaceId: string;
  numberId: string;
}

export interface Planted {
  messageId: string;
  contactId: string;
  conversationId: string;
  phone: string;
}

interface PlantOptions {
  count?: number;
  class?: 'otp' | 'reply' | 'utility' | 'marketing';
  /** To somebody who is there already, instead of somebody new for each. */
  to?: Pick<Planted, 'contactId' | 'conversationId' | 'phone'>;
  sourceId?: string;
  content?: Record<string, unknown>;
  type?: string;
  state?: 'ready' | 'waiting';
  hold?: string;
  dueAt?: Date;
  deadlineAt?: Date;
  windowEndsAt?: Date | null;
}

const priorities = { otp: 0, reply: 1, utility: 2, marketing: 3 };
let people = 0;

/** Messages that were allowed and wait to leave, as the send call leaves them behind. */
export async function plantMessages(
  { asOwner, clock }: Pick<TestDatabase, 'asOwner' | 'clock'>,
  { workspaceId, numberId }: Place,
  options: PlantOptions = {},
): Promise<Planted[]> {
  const now = clock.now();
  const { count = 1, to, type = 'template' } = options;
  const messageClass = options.class ?? 'reply';
  const hour = 3_600_000;
  const rows = Array.from({ length: count }, (_, nth) => ({
    message_id: newId(now),
    contact_id: to?.contactId ?? newId(now),
    conversation_id: to?.conversationId ?? newId(now),
    phone: to?.phone ?? `+9170${String(10_000_000 + people++)}`,
    content: options.content ?? { template: { name: 'hello_world', language: { code: 'en_US' } } },
    place: nth + 1,
  }));
  const json = JSON.stringify(rows);
  const planted = `jsonb_to_recordset($1::jsonb)
    as row (message_id uuid, contact_id uuid, conversation_id uuid, phone text, content jsonb, place bigint)`;
  if (to === undefined) {
    await asOwner(
      `with given as (select * from ${planted}), person as (
         insert into contacts (workspace_id, contact_id, phone, source, created_at, updated_at)
         select $2, contact_id, phone, 'test', $3, $3 from given
       ), consent as (
         insert into consent_states (workspace_id, contact_id, granted, updated_at)
         select $2, contact_id, '{marketing,promotions,utility}', $3 from given
       )
       insert into conversations (workspace_id, conversation_id, number_id, contact_id, window_ends_at, created_at)
       select $2, conversation_id, $4, contact_id, $5, $3 from given`,
      [
        json,
        workspaceId,
        now,
        numberId,
        options.windowEndsAt === undefined ? new Date(now.getTime() + 23 * hour) : options.windowEndsAt,
      ],
    );
  }
  await asOwner(
    `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status, parameter_format,
       components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
     select workspace_id, gen_random_uuid(), account_id, '1', 'hello_world', 'en_US', 'MARKETING', 'APPROVED', 'POSITIONAL', '[]',
       now(), now(), now(), now(), now(), now(), now()
     from numbers where number_id = $1 on conflict do nothing`,
    [numberId],
  );
  await asOwner(
    `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type, content,
       text, at, status, created_at)
     select $2, message_id, conversation_id, contact_id, $4, 'out', 'agent', $5, content, 'Hello', $3, 'queued', $3
     from ${planted}`,
    [json, workspaceId, now, numberId, type],
  );
  await asOwner(
    `insert into outbox (workspace_id, message_id, number_id, conversation_id, contact_id, source_id, class, priority, state,
       place, due_at, hold, deadline_at, queued_at, template_id)
     select $2, message_id, $4, conversation_id, contact_id, $5, $6, $7, $8, place, $9, $10, $11, $3, case $12 when 'template' then (
         select template_id from templates where workspace_id = $2 and name = 'hello_world' limit 1) end from ${planted}`,
    [
      json,
      workspaceId,
      now,
      numberId,
      options.sourceId ?? null,
      messageClass,
      priorities[messageClass],
      options.state ?? 'ready',
      options.dueAt ?? now,
      options.hold ?? null,
      options.deadlineAt ?? new Date(now.getTime() + 24 * hour),
      type,
    ],
  );
  return rows.map((row) => ({
    messageId: row.message_id,
    contactId: row.contact_id,
    conversationId: row.conversation_id,
    phone: row.phone,
  }));
}

/** A campaign or the like, that can be stopped. */
export async function plantSource(
  { asOwner, clock }: Pick<TestDatabase, 'asOwner' | 'clock'>,
  workspaceId: string,
  name = 'Diwali offer',
): Promise<string> {
  const sourceId = newId(clock.now());
  await asOwner(
    `insert into send_sources (workspace_id, source_id, kind, name, created_at, changed_at)
     values ($1, $2, 'campaign', $3, $4, $4)`,
    [workspaceId, sourceId, name, clock.now()],
  );
  return sourceId;
}
