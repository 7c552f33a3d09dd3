import type { Database, SystemTx } from '../../platform/db/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { appColumns, appPlace, type AppRow } from './apps.ts';

/** What stands behind the address that Meta delivers to. */
export interface Door {
  workspaceId: string;
  appId: string;
  metaAppId: string;
  /** Webhooks signed with any of them are Meta's: two while the app's secret is changed. */
  secrets: string[];
  verifyToken: string;
}

const path = '/webhooks/whatsapp';

export const doorUrl = (webhookUrl: string, door: string): string => `${webhookUrl}${path}/${door}`;
export const doorPath = `${path}/:door`;

/** One keyed read and two or three decryptions. Null for an address that leads nowhere. */
export function findDoor(
  { db, secrets }: { db: Database; secrets: Secrets },
  door: string,
): Promise<Door | null> {
  return db.acrossWorkspaces('numbers', async (tx) => {
    const [app] = await tx.sql<AppRow>(
      `select ${appColumns} from whatsapp_apps
       where (workspace_id, app_id) = (select workspace_id, app_id from system.webhook_doors where door = $1)`,
      [door],
    );
    if (app === undefined) return null;
    const { workspaceId, appId, metaAppId } = app;
    const opened = [await secrets.open(tx, appPlace(app, 'secret'), app.secret)];
    if (app.nextSecret !== null)
      opened.push(await secrets.open(tx, appPlace(app, 'next_secret'), app.nextSecret));
    const verifyToken = await secrets.open(tx, appPlace(app, 'verify_token'), app.verifyToken);
    return { workspaceId, appId, metaAppId, secrets: opened, verifyToken };
  });
}

/** Notes that deliveries came through these doors; a check of a connection tells people when the last one did. */
export async function noteDeliveries(tx: SystemTx, doors: readonly string[]): Promise<void> {
  await tx.sql(
    `update system.webhook_doors set received_at = $2
     where door = any($1::text[]) and (received_at is null or received_at < $2::timestamptz - interval '1 minute')`,
    [doors, tx.now],
  );
}

/**
 * The door of this installation to which a callback leads, if the app is the same. One app may serve many workspaces,
 * and has one callback: whose door that is does not matter, since each entry says to which account it belongs.
 */
export async function doorOf(
  tx: SystemTx,
  { callbackUrl, webhookUrl, metaAppId }: { callbackUrl: string; webhookUrl: string; metaAppId: string },
): Promise<{ receivedAt: Date | null } | null> {
  const start = doorUrl(webhookUrl, '');
  if (!callbackUrl.startsWith(start)) return null;
  const [found] = await tx.sql<{ receivedAt: Date | null }>(
    `select door.received_at as "receivedAt" from system.webhook_doors door
     join whatsapp_apps app on app.workspace_id = door.workspace_id and app.app_id = door.app_id
     where door.door = $1 and door.meta_app_id = $2 and app.connected_at is not null`,
    [callbackUrl.slice(start.length), metaAppId],
  );
  return found ?? null;
}
