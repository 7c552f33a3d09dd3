import type { Tx } from '../../platform/db/index.ts';
import { invalidField, notFound, Refusal } from '../../platform/errors/index.ts';
import { publish } from '../../platform/events/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { appColumns, appPlace, type AppRow } from './apps.ts';
import { readApp } from './credentials.ts';
import { shownApp } from './list.ts';
import { asRefusalByMeta } from './meta-problem.ts';
import type { NumbersParts } from './numbers-parts.ts';
import { StepFailed } from './steps.ts';

interface OnApp {
  tx: Tx;
  caller: Caller;
  appId: string;
}

/** From now on webhooks signed with either secret are accepted, and calls prove themselves with the new one. */
export async function beginSecretChange(
  on: OnApp,
  { graph, secrets, webhookUrl }: NumbersParts,
  appSecret: string,
  signal: AbortSignal,
) {
  const { tx, caller, appId } = on;
  const app = await getApp(tx, appId);
  await readApp(graph, { metaAppId: app.metaAppId, appSecret }, signal).catch((error: unknown) => {
    if (error instanceof StepFailed) throw invalidField('appSecret', error.code, error.message);
    throw asRefusalByMeta(error);
  });
  const sealed = await secrets.seal(tx, appPlace(app, 'next_secret'), appSecret);
  await tx.sql(
    `update whatsapp_apps set next_secret = $3, secret_change_since = $4 where workspace_id = $1 and app_id = $2`,
    [tx.workspaceId, appId, sealed, tx.now],
  );
  await tell(tx, app, 'begun');
  return shownApp(await getApp(tx, appId), caller, webhookUrl());
}

/** Sealed for another place, so it is opened and sealed anew. */
export async function finishSecretChange(
  { tx, caller, appId }: OnApp,
  { secrets, webhookUrl }: NumbersParts,
) {
  const app = await getChangingApp(tx, appId);
  const next = await secrets.open(tx, appPlace(app, 'next_secret'), app.nextSecret);
  const secret = await secrets.seal(tx, appPlace(app, 'secret'), next);
  await tx.sql(
    `update whatsapp_apps set secret = $3, next_secret = null, secret_change_since = null
     where workspace_id = $1 and app_id = $2`,
    [tx.workspaceId, appId, secret],
  );
  await tell(tx, app, 'finished');
  return shownApp(await getApp(tx, appId), caller, webhookUrl());
}

export async function cancelSecretChange({ tx, caller, appId }: OnApp, { webhookUrl }: NumbersParts) {
  const app = await getChangingApp(tx, appId);
  await tx.sql(
    `update whatsapp_apps set next_secret = null, secret_change_since = null where workspace_id = $1 and app_id = $2`,
    [tx.workspaceId, appId],
  );
  await tell(tx, app, 'cancelled');
  return shownApp(await getApp(tx, appId), caller, webhookUrl());
}

async function getApp(tx: Tx, appId: string, lock = ''): Promise<AppRow> {
  const [app] = await tx.sql<AppRow>(
    `select ${appColumns} from whatsapp_apps where workspace_id = $1 and app_id = $2 and connected_at is not null ${lock}`,
    [tx.workspaceId, appId],
  );
  if (app === undefined) throw notFound('app');
  return app;
}

async function getChangingApp(tx: Tx, appId: string): Promise<AppRow & { nextSecret: Buffer }> {
  const app = await getApp(tx, appId, 'for update');
  const { nextSecret } = app;
  if (nextSecret === null) throw new Refusal('conflict', 'The secret of this app is not being changed.');
  return { ...app, nextSecret };
}

const tell = (tx: Tx, { appId, name }: AppRow, what: 'begun' | 'finished' | 'cancelled'): Promise<void> =>
  publish(tx, { type: 'app.secret_changed', data: { appId, name, what } });
