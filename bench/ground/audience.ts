import path from 'node:path';
import pg from 'pg';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';
import { newId } from '../../apps/server/src/platform/ids/index.ts';

export interface PlantedAudience {
  numberId: string;
  contacts: number;
  /** Runs a statement as the owner of the tables. */
  asOwner: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

interface Planting {
  dataFolder: string;
  workspaceId: string;
  contacts: number;
}

/**
 * A number with a marketing template and a million people, as a busy business has them: nine of ten agreed, some took it
 * back, are blocked or frozen; four of ten have written, few today; most had something lately; a few live elsewhere.
 */
export async function plantAudience({
  dataFolder,
  workspaceId,
  contacts,
}: Planting): Promise<PlantedAudience> {
  const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  if (running === null) throw new Error('The database of the bench is not running.');
  const owner = new pg.Client({ connectionString: running.url });
  // It ends with the program when something else has failed; that is what should be read then.
  owner.on('error', () => {});
  await owner.connect();
  const asOwner = async <Row extends object>(text: string, values?: unknown[]): Promise<Row[]> =>
    (await owner.query<Row>(text, values)).rows;
  const now = new Date();
  const [appId, accountId, numberId] = [newId(now), newId(now), newId(now)];
  // Row security hides tenants' rows from their owner too.
  await asOwner('set role trikon_system');
  await asOwner(
    `insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at, connected_at)
     values ($1, $2, 'bench', 'bench', '', '', 'bench', now(), now())`,
    [workspaceId, appId],
  );
  await asOwner(
    `insert into whatsapp_accounts (workspace_id, account_id, app_id, waba_id, name, currency, token, token_kind, scopes,
       connected_by, connected_at, last_checked_at)
     values ($1, $2, $3, 'bench', 'bench', 'INR', '', 'SYSTEM_USER', '{}', 'hand', now(), now())`,
    [workspaceId, accountId, appId],
  );
  await asOwner(
    `insert into numbers (workspace_id, number_id, account_id, phone_number_id, phone, name, name_status, quality, throughput,
       messages_per_second, status, registered, code_verification, pin_enabled, on_business_app, mode, messaging_limit,
       connected_at, last_checked_at)
     values ($1, $2, $3, 'bench', '+912200000000', 'bench', 'APPROVED', 'GREEN', 'STANDARD', 80, 'CONNECTED', true, 'VERIFIED',
       true, false, 'LIVE', 'TIER_UNLIMITED', now(), now())`,
    [workspaceId, numberId, accountId],
  );
  await asOwner(
    `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status,
       parameter_format, components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
     values ($1, $2, $3, 'bench', 'bench', 'en', 'MARKETING', 'APPROVED', 'POSITIONAL',
       '[{"type": "BODY", "text": "Happy Diwali, {{1}}"}]', now(), now(), now(), now(), now(), now(), now())`,
    [workspaceId, newId(now), accountId],
  );
  for (const rows of people)
    await asOwner(rows, [workspaceId, numberId, contacts].slice(0, /\$3/.test(rows) ? 3 : 2));
  await asOwner('reset role');
  for (const table of ['contacts', 'consent_states', 'conversations', 'recent_sends'])
    await asOwner(`vacuum analyze ${table}`);
  return { numberId, contacts, asOwner, close: () => owner.end() };
}

const idOf = (n: string): string => `('01930000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const people = [
  `insert into contacts (workspace_id, contact_id, name, profile_name, phone, user_id, country, time_zone, blocked_at, source,
     created_at, updated_at)
   select $1, ${idOf('n')}, case when n % 10 < 7 then 'Asha ' || n end, 'asha' || n,
     case when n % 50 = 0 then null when n % 20 = 0 then '+1415' || lpad(n::text, 7, '0') else '+9198' || lpad(n::text, 8, '0') end,
     case when n % 3 = 0 then 'IN.' || n end, case when n % 20 = 0 then 'US' else 'IN' end,
     case when n % 40 = 0 then 'America/Los_Angeles' end, case when n % 500 = 0 then now() end, 'bench', now(), now()
   from generate_series(1, $3::int) n where $2::uuid is not null`,
  `insert into consent_states (workspace_id, contact_id, granted, withdrawn, stopped_at, frozen_at, frozen_reason, updated_at)
   select workspace_id, contact_id, case when n % 10 < 9 then '{promotions}'::text[] else '{}' end,
     case when n % 25 = 0 then '{promotions}'::text[] else '{}' end, case when n % 33 = 0 then now() end,
     case when n % 400 = 0 then now() end, case when n % 400 = 0 then 'number_changed_hands' end, now()
   from (select *, ('x' || right(contact_id::text, 8))::bit(32)::int as n from contacts
     where workspace_id = $1 and source = 'bench' and $2::uuid is not null) c`,
  `insert into conversations (workspace_id, conversation_id, number_id, contact_id, window_ends_at, created_at)
   select $1, gen_random_uuid(), $2, contact_id, now() + ((n / 5 % 40) - 36) * interval '1 hour', now()
   from (select *, ('x' || right(contact_id::text, 8))::bit(32)::int as n from contacts
     where workspace_id = $1 and source = 'bench') c where n % 5 < 2`,
  `insert into recent_sends (workspace_id, contact_id, category, at, message_id)
   select $1, contact_id, 'marketing', now() - (n * 7 % 720) * interval '1 hour', gen_random_uuid()
   from (select *, ('x' || right(contact_id::text, 8))::bit(32)::int as n from contacts
     where workspace_id = $1 and source = 'bench' and $2::uuid is not null) c where n % 10 < 8`,
];
