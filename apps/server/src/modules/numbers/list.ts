import type { Tx } from '../../platform/db/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { shownAccountColumns, type ShownAccount } from './accounts.ts';
import { appColumns, type AppRow } from './apps.ts';
import { doorUrl } from './doors.ts';
import { numberColumns, type NumberRow } from './number-row.ts';

export async function listConnections(tx: Tx, caller: Caller, webhookUrl: string) {
  const given = [tx.workspaceId];
  const [apps, accounts, numbers] = await Promise.all([
    tx.sql<AppRow>(
      `select ${appColumns} from whatsapp_apps where workspace_id = $1 and connected_at is not null order by app_id`,
      given,
    ),
    tx.sql<ShownAccount>(
      `select ${shownAccountColumns} from whatsapp_accounts where workspace_id = $1
       order by disconnected_at nulls first, connected_at, account_id`,
      given,
    ),
    tx.sql<NumberRow>(
      `select ${numberColumns} from numbers where workspace_id = $1
       order by disconnected_at nulls first, connected_at, phone, number_id`,
      given,
    ),
  ]);
  return {
    apps: apps.map((app) => shownApp(app, caller, webhookUrl)),
    accounts,
    numbers,
  };
}

export const shownApp = (
  { appId, metaAppId, name, door, secretChangeSince, connectedAt }: AppRow,
  caller: Caller,
  webhookUrl: string,
) => ({
  appId,
  metaAppId,
  name,
  callbackUrl: caller.permissions.has('numbers.manage') ? doorUrl(webhookUrl, door) : null,
  secretChangeSince,
  connectedAt: connectedAt!,
});
