import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { prepareApp } from '../../apps/server/src/modules/numbers/apps.ts';
import { systemClock } from '../../apps/server/src/platform/clock/index.ts';
import { createSecrets, openInstallationKey } from '../../apps/server/src/platform/secrets/index.ts';
import { openDatabase } from './database.ts';
import type { Ground } from './ground.ts';

/** Connects the workspace to an app at Meta, as far as webhooks need it, and gives the path of its door. */
export async function openDoor({ dataFolder, workspaceId }: Ground, appSecret: string): Promise<string> {
  const text = await readFile(path.join(dataFolder, 'master.key'), 'utf8');
  const masterKey = Buffer.from(text.trim(), 'base64');
  const db = await openDatabase(dataFolder);
  try {
    const { door } = await db.acrossWorkspaces('numbers', async (tx) => {
      const installationKey = await openInstallationKey(tx, masterKey);
      const secrets = createSecrets({ masterKey, installationKey, clock: systemClock });
      return prepareApp(tx, secrets, { workspaceId, metaAppId: '1', name: 'Bench', appSecret });
    });
    return `/webhooks/whatsapp/${door}`;
  } finally {
    await db.close();
  }
}
