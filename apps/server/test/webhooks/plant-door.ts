import { prepareApp } from '../../src/modules/numbers/apps.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { createSecrets, openInstallationKey } from '../../src/platform/secrets/index.ts';
import { testMasterKey } from '../global-database.ts';

interface PlantedApp {
  workspaceId: string;
  metaAppId: string;
  appSecret: string;
}

/** A connection as far as webhooks need it: an app with its secret, its word for Meta's question, and its door. */
export function plantDoor(
  db: Database,
  app: PlantedApp,
): Promise<{ door: string; path: string; verifyToken: string }> {
  return db.acrossWorkspaces('numbers', async (tx) => {
    const installationKey = await openInstallationKey(tx, testMasterKey);
    const secrets = createSecrets({ masterKey: testMasterKey, installationKey, clock: systemClock });
    const row = await prepareApp(tx, secrets, { ...app, name: 'Trikon' });
    const place = { workspaceId: app.workspaceId, table: 'whatsapp_apps', row: row.appId };
    const verifyToken = await secrets.open(tx, { ...place, column: 'verify_token' }, row.verifyToken);
    return { door: row.door, path: `/webhooks/whatsapp/${row.door}`, verifyToken };
  });
}
