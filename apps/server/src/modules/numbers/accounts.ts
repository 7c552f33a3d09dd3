import type { SystemTx, Tx } from '../../platform/db/index.ts';
import { assert, notFound } from '../../platform/errors/index.ts';
import type { Place, Secrets } from '../../platform/secrets/index.ts';
import { appColumns, openSecret, type AppRow } from './apps.ts';
import type { ProblemCode } from './meta-problem.ts';

/** An account of Meta as a workspace shows it. */
export interface ShownAccount {
  accountId: string;
  appId: string;
  wabaId: string;
  name: string;
  currency: string | null;
  timeZoneId: string | null;
  reviewStatus: string | null;
  tokenKind: string;
  scopes: string[];
  expiresAt: Date | null;
  problem: ProblemCode | null;
  connectedBy: 'sign-up' | 'hand';
  connectedAt: Date;
  subscribedAt: Date | null;
  lastCheckedAt: Date;
  disconnectedAt: Date | null;
}

export interface AccountRow extends ShownAccount {
  workspaceId: string;
  /** Sealed; null once disconnected. */
  token: Buffer | null;
}

/** What is shown of an account: nothing of the token. */
export const shownAccountColumns = `account_id as "accountId", app_id as "appId", waba_id as "wabaId", name, currency,
  time_zone_id as "timeZoneId", review_status as "reviewStatus", token_kind as "tokenKind", scopes,
  expires_at as "expiresAt", problem, connected_by as "connectedBy", connected_at as "connectedAt", subscribed_at as "subscribedAt",
  last_checked_at as "lastCheckedAt", disconnected_at as "disconnectedAt"`;

export const accountColumns = `workspace_id as "workspaceId", token, ${shownAccountColumns}`;

export const tokenPlace = ({
  workspaceId,
  accountId,
}: Pick<AccountRow, 'workspaceId' | 'accountId'>): Place => ({
  workspaceId,
  table: 'whatsapp_accounts',
  row: accountId,
  column: 'token',
});

/** A connected account with what opens it. */
export interface OpenAccount {
  account: AccountRow;
  app: AppRow;
  token: string;
  appSecret: string;
}

type AnyTx = Tx | SystemTx;

async function findAccount(
  tx: AnyTx,
  workspaceId: string,
  accountId: string,
): Promise<AccountRow | undefined> {
  const [account] = await tx.sql<AccountRow>(
    `select ${accountColumns} from whatsapp_accounts where workspace_id = $1 and account_id = $2`,
    [workspaceId, accountId],
  );
  return account;
}

/** Refuses one that is not there or not connected any more. */
export async function openAccount(
  tx: AnyTx,
  secrets: Secrets,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<OpenAccount> {
  const account = await findAccount(tx, workspaceId, accountId);
  if (!account?.token) throw notFound('connected account');
  const [app] = await tx.sql<AppRow>(
    `select ${appColumns} from whatsapp_apps where workspace_id = $1 and app_id = $2`,
    [workspaceId, account.appId],
  );
  assert(app !== undefined, 'an account has its app');
  const token = await secrets.open(tx, tokenPlace(account), account.token);
  return { account, app, token, appSecret: await openSecret(tx, secrets, app) };
}
