import type { Database, Queryable, SystemTx } from '../db/index.ts';
import { putSetting } from '../db/settings.ts';
import { installationKeyContext, openInstallationKey } from './installation-key.ts';
import { masterKeyId, unwrapKey, wrapKey, wrongMasterKey } from './master-key.ts';
import { workspaceKeyContext } from './workspace-keys.ts';

export interface RewrapReport {
  workspaceKeys: number;
  masterKeyId: string;
  /** What the person who runs the command has to do now, a sentence each. */
  next: string[];
}

/** Why the master key cannot be changed now, in a sentence. */
export class RewrapError extends Error {
  override name = 'RewrapError';
}

/**
 * Changes the master key: every key that the old one protects is protected by the new one instead, in one
 * transaction. No secret is touched. Copies of the program that still run hold the old key, so there may be none.
 */
export async function rewrapAll(db: Database, oldMaster: Buffer, newMaster: Buffer): Promise<RewrapReport> {
  return db.acrossWorkspaces('maintenance', async (tx) => {
    await refuseRunningCopies(tx);
    const workspaceKeys = await rewrapIn(tx, oldMaster, newMaster);
    return {
      workspaceKeys,
      masterKeyId: masterKeyId(newMaster),
      next: [
        'Put the new key where the old one was: TRIKON_MASTER_KEY on every copy, or master.key in the data folder.',
        'Start one copy of the program: it sets the passwords of the database roles, which follow from the master key. Then start the others.',
        'Keep the old key as long as you keep backups made with it: they open with the old key only.',
      ],
    };
  });
}

/** The same inside a transaction; also what brings a backup under the master key of the place it is restored to. */
export async function rewrapIn(
  tx: Pick<Queryable, 'sql'>,
  oldMaster: Buffer,
  newMaster: Buffer,
): Promise<number> {
  const installationKey = await openInstallationKey(tx, oldMaster);
  const rows = await tx.sql<{
    workspace_id: string;
    version: number;
    wrapped_key: Buffer;
    master_key_id: string;
  }>(`select workspace_id, version, wrapped_key, master_key_id from workspace_keys for update`);
  const rewrapped = rows.map((row) => {
    if (row.master_key_id !== masterKeyId(oldMaster)) throw wrongMasterKey(row.master_key_id, oldMaster);
    const context = workspaceKeyContext(row.workspace_id, row.version);
    return wrapKey(newMaster, context, unwrapKey(oldMaster, context, row.wrapped_key));
  });
  await tx.sql(
    `update workspace_keys as old set wrapped_key = new.wrapped_key, master_key_id = $4
     from unnest($1::uuid[], $2::integer[], $3::bytea[]) as new (workspace_id, version, wrapped_key)
     where old.workspace_id = new.workspace_id and old.version = new.version`,
    [rows.map((row) => row.workspace_id), rows.map((row) => row.version), rewrapped, masterKeyId(newMaster)],
  );
  const wrapped = wrapKey(newMaster, installationKeyContext, installationKey).toString('base64');
  await putSetting(tx.sql, 'installation_key', wrapped);
  await putSetting(tx.sql, 'master_key_id', masterKeyId(newMaster));
  return rows.length;
}

async function refuseRunningCopies(tx: SystemTx): Promise<void> {
  const [row] = await tx.sql<{ running: number }>(
    `select count(*) as running from system.processes where seen_at > now() - interval '30 seconds'`,
  );
  if (row && row.running > 0) {
    throw new RewrapError(
      `Stop all copies of the program first: ${row.running} still ${row.running === 1 ? 'runs' : 'run'} with the old master key.`,
    );
  }
}
