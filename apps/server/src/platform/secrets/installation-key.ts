import { randomBytes } from 'node:crypto';
import type { Queryable } from '../db/index.ts';
import { addSetting } from '../db/settings.ts';
import { masterKeyId, unwrapKey, wrapKey, wrongMasterKey } from './master-key.ts';

export const installationKeyContext = ['installation key'] as const;

/**
 * The installation's own key, made at the first start and kept wrapped by the master key. What is derived from it
 * (session cookies, second factors, the organisations' keys) outlives a change of the master key.
 */
export async function openInstallationKey(tx: Pick<Queryable, 'sql'>, masterKey: Buffer): Promise<Buffer> {
  const wrapped = wrapKey(masterKey, installationKeyContext, randomBytes(32)).toString('base64');
  await addSetting(tx.sql, 'installation_key', wrapped);
  await addSetting(tx.sql, 'master_key_id', masterKeyId(masterKey));
  const rows = await tx.sql<{ name: string; value: string }>(
    `select name, value from system.settings where name in ('installation_key', 'master_key_id')`,
  );
  const settings = new Map(rows.map((row) => [row.name, row.value]));
  const known = settings.get('master_key_id') ?? '';
  if (known !== masterKeyId(masterKey)) throw wrongMasterKey(known, masterKey);
  const stored = Buffer.from(settings.get('installation_key') ?? '', 'base64');
  return unwrapKey(masterKey, installationKeyContext, stored);
}
