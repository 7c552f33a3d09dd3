import type { SystemTx } from '../../platform/db/index.ts';
import { publishIn } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { accountColumns, tokenPlace, type AccountRow } from './accounts.ts';
import { appPlace, type AppRow } from './apps.ts';
import type { Credentials, MetaAccount, TokenFacts } from './credentials.ts';
import type { MetaNumber } from './meta-number.ts';
import { claimAccount } from './meta-routes.ts';
import { storeNumbers } from './store-numbers.ts';

export interface Connection {
  app: AppRow;
  appName: string;
  credentials: Credentials;
  token: TokenFacts;
  account: MetaAccount;
  numbers: MetaNumber[];
  by: 'sign-up' | 'hand';
}

/** Everything that was checked, in one transaction: the account and its numbers are connected, or nothing is. */
export async function storeConnection(
  tx: SystemTx,
  secrets: Secrets,
  connection: Connection,
): Promise<string> {
  const { app, account, by, numbers } = connection;
  const { workspaceId, metaAppId } = app;
  await keepApp(tx, secrets, connection);
  const before = await lockAccount(tx, workspaceId, account.wabaId);
  const accountId = before?.accountId ?? newId(tx.now);
  await keepAccount(tx, secrets, { ...connection, accountId });
  await claimAccount(tx, { wabaId: account.wabaId, workspaceId, accountId, metaAppId });
  const data = { accountId, name: account.name };
  if (!before?.token)
    await publishIn(tx, [{ type: 'account.connected', workspaceId, data: { ...data, by } }]);
  else if ((await secrets.open(tx, tokenPlace(before), before.token)) !== connection.credentials.token) {
    const changes = [{ field: 'token', before: null, after: null }];
    await publishIn(tx, [{ type: 'account.changed', workspaceId, data: { ...data, changes } }]);
  }
  await storeNumbers(tx, { workspaceId, accountId, wabaId: account.wabaId }, numbers);
  return accountId;
}

/** Meta has just confirmed this secret, so it ends a change that was under way. */
async function keepApp(
  tx: SystemTx,
  secrets: Secrets,
  { app, appName, credentials }: Connection,
): Promise<void> {
  const secret = await secrets.seal(tx, appPlace(app, 'secret'), credentials.appSecret);
  await tx.sql(
    `update whatsapp_apps set name = $3, secret = $4, next_secret = null, secret_change_since = null,
       connected_at = coalesce(connected_at, $5)
     where workspace_id = $1 and app_id = $2`,
    [app.workspaceId, app.appId, appName, secret, tx.now],
  );
}

/** Locked, so that a repeated connection waits for the first. */
async function lockAccount(
  tx: SystemTx,
  workspaceId: string,
  wabaId: string,
): Promise<AccountRow | undefined> {
  const [known] = await tx.sql<AccountRow>(
    `select ${accountColumns} from whatsapp_accounts where workspace_id = $1 and waba_id = $2 for update`,
    [workspaceId, wabaId],
  );
  return known;
}

async function keepAccount(
  tx: SystemTx,
  secrets: Secrets,
  { app, accountId, account, credentials, token, by }: Connection & { accountId: string },
): Promise<void> {
  const { workspaceId, appId } = app;
  const sealed = await secrets.seal(tx, tokenPlace({ workspaceId, accountId }), credentials.token);
  await tx.sql(
    `insert into whatsapp_accounts as known (workspace_id, account_id, app_id, waba_id, name, currency, time_zone_id,
       review_status, token, token_kind, scopes, expires_at, connected_by, connected_at, subscribed_at, last_checked_at,
       portfolio_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $14, $15)
     on conflict (workspace_id, waba_id) do update set app_id = excluded.app_id, name = excluded.name,
       currency = excluded.currency, time_zone_id = excluded.time_zone_id, review_status = excluded.review_status,
       token = excluded.token, token_kind = excluded.token_kind, scopes = excluded.scopes,
       expires_at = excluded.expires_at, warned_days = null, problem = null, connected_by = excluded.connected_by,
       connected_at = case when known.disconnected_at is null then known.connected_at else excluded.connected_at end,
       subscribed_at = excluded.subscribed_at, last_checked_at = excluded.last_checked_at, disconnected_at = null,
       portfolio_id = coalesce(excluded.portfolio_id, known.portfolio_id)`,
    [
      workspaceId,
      accountId,
      appId,
      account.wabaId,
      account.name,
      account.currency,
      account.timeZoneId,
      account.reviewStatus,
      sealed,
      token.kind,
      token.scopes,
      token.expiresAt,
      by,
      tx.now,
      account.portfolioId,
    ],
  );
}
