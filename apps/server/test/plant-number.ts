import { newId } from '../src/platform/ids/index.ts';
import { buildWorkspace, type Signed } from './factories.ts';
import type { TestApp } from './test-app.ts';

export interface Planted extends Signed {
  numberId: string;
  accountId: string;
  contactId: string;
}

/** A workspace with a number of an account in India, and a customer there. */
export async function plantNumber(app: TestApp): Promise<Planted> {
  const owner = await buildWorkspace(app);
  const now = app.clock.now();
  const ids = { numberId: newId(now), accountId: newId(now), contactId: newId(now) };
  const { workspaceId } = owner;
  await app.database.asOwner(
    `with app as (
       insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at, connected_at)
       values ($1, $2, $6, 'App', '', '', $6, $5, $5) returning app_id
     ), account as (
       insert into whatsapp_accounts (workspace_id, account_id, app_id, waba_id, name, currency, time_zone_id, token, token_kind,
         scopes, connected_by, connected_at, last_checked_at)
       select $1, $3, app_id, $6, 'Surat Silks', 'INR', '71', '', 'system_user', '{}', 'hand', $5, $5 from app
     )
     insert into contacts (workspace_id, contact_id, country, source, created_at, updated_at)
     values ($1, $4, 'IN', 'test', $5, $5)`,
    [workspaceId, newId(now), ids.accountId, ids.contactId, now, newId(now)],
  );
  await app.database.asOwner(
    `insert into numbers (workspace_id, number_id, account_id, phone_number_id, phone, name, name_status, quality, throughput,
       messages_per_second, status, registered, code_verification, pin_enabled, on_business_app, mode, connected_at, last_checked_at)
     values ($1, $2, $3, $5, '+912614001234', 'Surat Silks', 'APPROVED', 'GREEN', 'STANDARD', 80, 'CONNECTED', true, 'VERIFIED',
       true, false, 'LIVE', $4, $4)`,
    [workspaceId, ids.numberId, ids.accountId, now, newId(now)],
  );
  return { ...owner, ...ids };
}

interface MessageOptions {
  count?: number;
  estimated?: number | null;
  status?: string;
  sourceId?: string;
  category?: string;
}

/** Outbound messages to the customer, by their ids. */
export async function plantMessages(
  app: TestApp,
  { workspaceId, numberId, contactId }: Planted,
  { count = 1, estimated = 115_000, status = 'sent', sourceId, category = 'utility' }: MessageOptions = {},
): Promise<string[]> {
  const now = app.clock.now();
  const ids = Array.from({ length: count }, () => newId(now));
  await app.database.asOwner(
    `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type, content,
       at, status, category, estimated_micros, created_at)
     select $1, id, $3, $4, $5, 'out', 'campaign', 'template', '{}', $6, $7, $8, $9, $6 from unnest($2::uuid[]) as id`,
    [workspaceId, ids, contactId, contactId, numberId, now, status, category, estimated],
  );
  await app.database.asOwner(
    `insert into intents (workspace_id, cause, intent_id, number_id, source_id, origin, request_hash, verdict, decided_at)
     select $1, id::text, id, $3, $4, 'campaign', '', 'allowed', $5 from unnest($2::uuid[]) as id`,
    [workspaceId, ids, numberId, sourceId ?? null, now],
  );
  return ids;
}
