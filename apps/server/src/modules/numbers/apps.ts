import { randomBytes } from 'node:crypto';
import type { SystemTx, Tx } from '../../platform/db/index.ts';
import { assert } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { Place, Secrets } from '../../platform/secrets/index.ts';

/** An app of Meta as a workspace keeps it; the secrets are sealed. */
export interface AppRow {
  workspaceId: string;
  appId: string;
  metaAppId: string;
  name: string;
  secret: Buffer;
  nextSecret: Buffer | null;
  secretChangeSince: Date | null;
  verifyToken: Buffer;
  door: string;
  connectedAt: Date | null;
}

export const appColumns = `workspace_id as "workspaceId", app_id as "appId", meta_app_id as "metaAppId", name, secret,
  next_secret as "nextSecret", secret_change_since as "secretChangeSince", verify_token as "verifyToken", door,
  connected_at as "connectedAt"`;

export const appPlace = (
  { workspaceId, appId }: Pick<AppRow, 'workspaceId' | 'appId'>,
  column: 'secret' | 'next_secret' | 'verify_token',
): Place => ({ workspaceId, table: 'whatsapp_apps', row: appId, column });

interface NewApp {
  workspaceId: string;
  metaAppId: string;
  name: string;
  appSecret: string;
}

/**
 * The app with its door, made if it is new. Meta asks at the door while the app is being connected, so this commits
 * before; until the first account is connected nobody sees it, and `dropUnusedApps` takes away what came to nothing.
 */
export async function prepareApp(tx: SystemTx, secrets: Secrets, app: NewApp): Promise<AppRow> {
  const { workspaceId, metaAppId } = app;
  const known = await findApp(tx, workspaceId, metaAppId);
  if (known !== undefined) return known;
  const ids = { workspaceId, appId: newId(tx.now) };
  const secret = await secrets.seal(tx, appPlace(ids, 'secret'), app.appSecret);
  const verifyToken = randomBytes(24).toString('base64url');
  const sealedVerifyToken = await secrets.seal(tx, appPlace(ids, 'verify_token'), verifyToken);
  const door = randomBytes(24).toString('base64url');
  await tx.sql(
    `with app as (
       insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (workspace_id, meta_app_id) do nothing
       returning workspace_id, app_id, meta_app_id, door
     )
     insert into system.webhook_doors (door, workspace_id, app_id, meta_app_id)
     select door, workspace_id, app_id, meta_app_id from app`,
    [workspaceId, ids.appId, metaAppId, app.name, secret, sealedVerifyToken, door, tx.now],
  );
  const made = await findApp(tx, workspaceId, metaAppId);
  assert(made !== undefined, 'an app that was inserted is there');
  return made;
}

async function findApp(tx: SystemTx, workspaceId: string, metaAppId: string): Promise<AppRow | undefined> {
  const [app] = await tx.sql<AppRow>(
    `select ${appColumns} from whatsapp_apps where workspace_id = $1 and meta_app_id = $2`,
    [workspaceId, metaAppId],
  );
  return app;
}

/** Takes away apps of which no account was ever connected; those of the last hour may yet have one. */
export async function dropUnusedApps(tx: SystemTx, before: Date): Promise<void> {
  await tx.sql(
    `with gone as (
       delete from whatsapp_apps where connected_at is null and created_at < $1 returning door
     )
     delete from system.webhook_doors using gone where webhook_doors.door = gone.door`,
    [before],
  );
}

/** Takes away one of which nothing came. */
export async function dropUnusedApp(tx: SystemTx, { workspaceId, appId }: AppRow): Promise<void> {
  await tx.sql(
    `with gone as (
       delete from whatsapp_apps where workspace_id = $1 and app_id = $2 and connected_at is null returning door
     )
     delete from system.webhook_doors using gone where webhook_doors.door = gone.door`,
    [workspaceId, appId],
  );
}

/** The secret for calls: of two, the next one, which Meta has confirmed already. */
export const openSecret = (tx: Tx | SystemTx, secrets: Secrets, app: AppRow): Promise<string> =>
  app.nextSecret === null
    ? secrets.open(tx, appPlace(app, 'secret'), app.secret)
    : secrets.open(tx, appPlace(app, 'next_secret'), app.nextSecret);

export const openVerifyToken = (tx: Tx | SystemTx, secrets: Secrets, app: AppRow): Promise<string> =>
  secrets.open(tx, appPlace(app, 'verify_token'), app.verifyToken);
