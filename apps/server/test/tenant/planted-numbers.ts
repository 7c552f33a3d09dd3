import { randomBytes, randomInt } from 'node:crypto';
import type { SystemTx } from '../../src/platform/db/index.ts';
import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** Connections as they are once Meta has agreed; Meta itself is out of reach of these tests. */
export async function plantNumbers(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  await app.db.acrossWorkspaces('numbers', async (tx) => {
    for (const name of ['kept', 'changed', 'finished', 'cancelled']) {
      const changing = name === 'finished' || name === 'cancelled';
      ids[`${name}AppId`] = await plantApp(app, tx, { workspaceId, word: `${word} ${name}`, changing });
    }
    for (const name of ['kept', 'removed']) {
      const account = { workspaceId, word: `${word} ${name}`, appId: ids.keptAppId! };
      const { accountId, numberId } = await plantAccount(app, tx, account);
      ids[`${name}AccountId`] = accountId;
      ids[`${name}NumberId`] = numberId;
    }
  });
}

async function plantApp(
  { numbers: { secrets } }: TestApp,
  tx: SystemTx,
  { workspaceId, word, changing }: { workspaceId: string; word: string; changing: boolean },
): Promise<string> {
  const appId = newId(tx.now);
  const sealed = (column: string): Promise<Buffer> =>
    secrets.seal(tx, { workspaceId, table: 'whatsapp_apps', row: appId, column }, `${word} ${column}`);
  const door = randomBytes(24).toString('base64url');
  await tx.sql(
    `insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, next_secret, secret_change_since,
       verify_token, door, created_at, connected_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      workspaceId,
      appId,
      metaId(),
      `${word} app`,
      await sealed('secret'),
      changing ? await sealed('next_secret') : null,
      changing ? tx.now : null,
      await sealed('verify_token'),
      door,
      tx.now,
    ],
  );
  await tx.sql(
    `insert into system.webhook_doors (door, workspace_id, app_id, meta_app_id)
     select door, workspace_id, app_id, meta_app_id from whatsapp_apps where workspace_id = $1 and app_id = $2`,
    [workspaceId, appId],
  );
  return appId;
}

async function plantAccount(
  { numbers: { secrets } }: TestApp,
  tx: SystemTx,
  { workspaceId, word, appId }: { workspaceId: string; word: string; appId: string },
): Promise<{ accountId: string; numberId: string }> {
  const [accountId, numberId, wabaId, phoneNumberId] = [newId(tx.now), newId(tx.now), metaId(), metaId()];
  const place = { workspaceId, table: 'whatsapp_accounts', row: accountId, column: 'token' };
  const token = await secrets.seal(tx, place, `${word} token`);
  await tx.sql(
    `insert into whatsapp_accounts (workspace_id, account_id, app_id, waba_id, name, currency, token, token_kind, scopes,
       connected_by, connected_at, subscribed_at, last_checked_at)
     values ($1, $2, $3, $4, $5, 'INR', $6, 'SYSTEM_USER', '{}', 'hand', $7, $7, $7)`,
    [workspaceId, accountId, appId, wabaId, `${word} account`, token, tx.now],
  );
  await tx.sql(
    `insert into numbers (workspace_id, number_id, account_id, phone_number_id, phone, name, name_status, quality,
       throughput, messages_per_second, status, registered, code_verification, pin_enabled, on_business_app, mode,
       connected_at, last_checked_at)
     values ($1, $2, $3, $4, $5, $6, 'APPROVED', 'GREEN', 'STANDARD', 80, 'CONNECTED', true, 'VERIFIED', true, false,
       'LIVE', $7, $7)`,
    [workspaceId, numberId, accountId, phoneNumberId, `+${metaId()}`, `${word} number`, tx.now],
  );
  await tx.sql(
    `with account as (
       insert into system.account_routes (waba_id, workspace_id, account_id, meta_app_id) values ($1, $2, $3, '1')
       returning waba_id
     )
     insert into system.number_routes (phone_number_id, waba_id, workspace_id, number_id)
     select $4, waba_id, $2, $5 from account`,
    [wabaId, workspaceId, accountId, phoneNumberId, numberId],
  );
  return { accountId, numberId };
}

const metaId = (): string => String(randomInt(1e14, 2e14));
