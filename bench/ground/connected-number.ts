import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createPool } from '../../apps/server/src/platform/db/pool.ts';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';
import type { Ground } from './ground.ts';

/** A number of the bench's workspace, with messages that were sent from it, as far as webhooks need them. */
export interface ConnectedNumber extends AsyncDisposable {
  workspaceId: string;
  appId: string;
  numberId: string;
  wabaId: string;
  phoneNumberId: string;
  /** The owner's connection. */
  sql: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
}

export async function connectNumber({ dataFolder, workspaceId }: Ground): Promise<ConnectedNumber> {
  const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  if (running === null) throw new Error('The database of the bench is not running.');
  const pool = createPool({ url: running.url, max: 1, name: 'bench', onIdleError: () => {} });
  const client = await pool.connect();
  const sql: ConnectedNumber['sql'] = async <Row extends object>(text: string, values?: unknown[]) =>
    (await client.query<Row>(text, values)).rows;
  // Row security hides rows from the owner too.
  await sql('set role trikon_system');
  const [appId, accountId, numberId] = [randomUUID(), randomUUID(), randomUUID()];
  const [wabaId, phoneNumberId] = [String(Date.now()), String(Date.now() + 1)];
  await sql(
    `insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at, connected_at)
     values ($1, $2, $3, 'Bench', '', '', $3, now(), now())`,
    [workspaceId, appId, wabaId],
  );
  await sql(
    `insert into whatsapp_accounts (workspace_id, account_id, app_id, waba_id, name, currency, token, token_kind, scopes,
       connected_by, connected_at, last_checked_at)
     values ($1, $2, $3, $4, 'Bench', 'INR', '', 'SYSTEM_USER', '{}', 'hand', now(), now())`,
    [workspaceId, accountId, appId, wabaId],
  );
  await sql(
    `insert into numbers (workspace_id, number_id, account_id, phone_number_id, phone, name, name_status, quality,
       throughput, messages_per_second, status, registered, code_verification, pin_enabled, on_business_app, mode,
       connected_at, last_checked_at)
     values ($1, $2, $3, $4, '+912614001234', 'Bench', 'APPROVED', 'GREEN', 'HIGH', 1000, 'CONNECTED', true, 'VERIFIED',
       true, false, 'LIVE', now(), now())`,
    [workspaceId, numberId, accountId, phoneNumberId],
  );
  await sql('insert into system.account_routes values ($1, $2, $3, $1)', [wabaId, workspaceId, accountId]);
  await sql('insert into system.number_routes values ($1, $2, $3, $4)', [
    phoneNumberId,
    wabaId,
    workspaceId,
    numberId,
  ]);
  return {
    workspaceId,
    appId,
    numberId,
    wabaId,
    phoneNumberId,
    sql,
    [Symbol.asyncDispose]: async () => {
      client.release();
      await pool.end();
    },
  };
}
