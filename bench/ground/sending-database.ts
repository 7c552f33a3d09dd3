import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../apps/server/src/platform/db/index.ts';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';

export interface SendingDatabase extends AsyncDisposable {
  url: string;
  masterKey: Buffer;
  owner: pg.Client;
  workspaceId: string;
  numbers: string[];
  /** Queues so many messages to new customers, over all numbers in turn. */
  plant(count: number, messageClass?: 'otp' | 'marketing'): Promise<void>;
  /** How many rows the outbox has. */
  waiting(): Promise<number>;
  /** Of all codes that were sent: milliseconds from being queued until their answer was written. */
  codeLatencies(): Promise<{ p50: number; p99: number; count: number }>;
}

/** A migrated database of its own on the bench's PostgreSQL, with numbers that may send a thousand a second each. */
export async function openSendingDatabase(dataFolder: string, numberCount = 4): Promise<SendingDatabase> {
  const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  if (running === null) throw new Error('The database of the bench is not running.');
  const name = `bench_${randomBytes(4).toString('hex')}`;
  await once(running.url, `create database ${name}`);
  const address = new URL(running.url);
  address.pathname = `/${name}`;
  const url = address.toString();
  const masterKey = randomBytes(32);
  await migrate({ url, masterKey, rolePrefix: 'bench', now: new Date() });
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const { workspaceId, numbers } = await plantNumbers(owner, numberCount);
  return {
    url,
    masterKey,
    owner,
    workspaceId,
    numbers,
    plant: (count, messageClass = 'marketing') =>
      plantMessages(owner, { workspaceId, numbers, count, messageClass }),
    waiting: async () =>
      Number((await owner.query<{ count: string }>('select count(*) from outbox')).rows[0]!.count),
    codeLatencies: async () => {
      const { rows } = await owner.query<{ p50: number; p99: number; count: number }>(
        `select percentile_disc(0.5) within group (order by took) as p50, percentile_disc(0.99) within group (order by took) as p99,
           count(*)::int from (
             select round(extract(epoch from a.ended_at - m.created_at) * 1000)::float8 as took
             from messages m join attempts a using (workspace_id, message_id) where m.category = 'authentication'
           ) codes`,
      );
      return rows[0]!;
    },
    [Symbol.asyncDispose]: async () => {
      await owner.end();
      await once(running.url, `drop database ${name} with (force)`);
    },
  };
}

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

async function plantNumbers(owner: pg.Client, count: number) {
  const { rows } = await owner.query<{ workspace_id: string; account_id: string }>(
    `with place as (
       insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at)
       values (gen_random_uuid(), gen_random_uuid(), 'Bench', now(), now()) returning workspace_id
     ), app as (
       insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at)
       select workspace_id, gen_random_uuid(), '1', 'Bench', '', '', 'bench', now() from place returning workspace_id, app_id
     )
     insert into whatsapp_accounts (workspace_id, account_id, app_id, waba_id, name, token, token_kind, scopes, connected_by,
       connected_at, last_checked_at)
     select workspace_id, gen_random_uuid(), app_id, '1', 'Bench', '', 'system', '{}', 'hand', now(), now() from app
     returning workspace_id, account_id`,
  );
  const { workspace_id: workspaceId, account_id: accountId } = rows[0]!;
  const { rows: numbers } = await owner.query<{ number_id: string }>(
    `insert into numbers (workspace_id, number_id, account_id, phone_number_id, phone, name, name_status, quality,
       messaging_limit, throughput, messages_per_second, status, registered, code_verification, pin_enabled, on_business_app,
       mode, connected_at, last_checked_at)
     select $1, gen_random_uuid(), $2::uuid, nth::text, '+91' || nth, 'Bench', 'APPROVED', 'GREEN', 'TIER_UNLIMITED', 'HIGH', 1000,
       'CONNECTED', true, 'VERIFIED', true, false, 'LIVE', now(), now() from generate_series(1, $3::int) as nth
     returning number_id`,
    [workspaceId, accountId, count],
  );
  await owner.query(
    `insert into send_sources (workspace_id, source_id, kind, name, created_at, changed_at)
     values ($1::uuid, $1::uuid, 'campaign', 'Bench', now(), now())`,
    [workspaceId],
  );
  await owner.query(
    `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status, parameter_format,
       components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
     select workspace_id, $1::uuid, account_id, '1', 'hello_world', 'en_US', 'MARKETING', 'APPROVED', 'POSITIONAL', '[]', now(), now(), now(), now(), now(), now(), now()
     from numbers where number_id = $2 on conflict do nothing`,
    [workspaceId, numbers[0]!.number_id],
  );
  return { workspaceId, numbers: numbers.map(({ number_id: id }) => id) };
}

interface Planting {
  workspaceId: string;
  numbers: string[];
  count: number;
  messageClass: 'otp' | 'marketing';
}

/** The rows that a send call leaves behind, made where they are needed. */
async function plantMessages(
  owner: pg.Client,
  { workspaceId, numbers, count, messageClass }: Planting,
): Promise<void> {
  await owner.query(
    `create temp table planted as
     select nth, ($2::uuid[])[1 + nth % cardinality($2::uuid[])] as number_id, gen_random_uuid() as contact_id,
       gen_random_uuid() as conversation_id,
       overlay(gen_random_uuid()::text
         placing left(lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0'), 8) || '-'
           || right(lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0'), 4) || '-7' from 1 for 15)::uuid as message_id
     from generate_series(1, $1::int) as nth`,
    [count, numbers],
  );
  await owner.query(
    `insert into contacts (workspace_id, contact_id, phone, source, created_at, updated_at)
     select $1, contact_id, '+91' || (7000000000 + (random() * 2e9)::bigint), 'bench', now(), now() from planted`,
    [workspaceId],
  );
  await owner.query(
    `insert into consent_states (workspace_id, contact_id, granted, updated_at)
     select $1, contact_id, '{promotions,marketing}', now() from planted`,
    [workspaceId],
  );
  await owner.query(
    `insert into conversations (workspace_id, conversation_id, number_id, contact_id, created_at)
     select $1, conversation_id, number_id, contact_id, now() from planted`,
    [workspaceId],
  );
  await owner.query(
    `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type, content,
       text, at, status, created_at, category)
     select $1, message_id, conversation_id, contact_id, number_id, 'out', 'campaign', 'template', $2::jsonb,
       'Your order is on its way', now(), 'queued', now(), $3 from planted`,
    [workspaceId, JSON.stringify(content), messageClass === 'otp' ? 'authentication' : messageClass],
  );
  await owner.query(
    `insert into outbox (workspace_id, message_id, number_id, conversation_id, contact_id, source_id, class, priority, state,
       place, due_at, deadline_at, queued_at, template_id)
     select $1::uuid, message_id, number_id, conversation_id, contact_id, case $2::text when 'marketing' then $1::uuid end, $2,
       case $2::text when 'otp' then 0 else 3 end, 'ready', nth, clock_timestamp(), now() + interval '1 day', clock_timestamp(), $1::uuid
     from planted`,
    [workspaceId, messageClass],
  );
  await owner.query('drop table planted');
  if (count > 1_000) await owner.query('analyze contacts, consent_states, conversations, messages, outbox');
}

const content = {
  template: {
    name: 'order_confirmation',
    language: { code: 'en' },
    components: [
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'आशा' },
          { type: 'text', text: 'SS-17' },
        ],
      },
    ],
  },
};
