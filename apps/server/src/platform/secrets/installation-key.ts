import { randomBytes } from 'node:crypto';
import type { Queryable } from '../db/index.ts';
import { masterKeyId, unwrapKey, wrapKey, wrongMasterKey } from './master-key.ts';

export const installationKeyContext = ['installation key'] as const;

/**
 * The installation's own key, made at the first start and kept wrapped by the master key. What is derived from it
 * (session cookies, second factors, the organisations' keys) outlives a change of the master key.
 */
export async function openInstallationKey(tx: Pick<Queryable, 'sql'>, masterKey: Buffer): Promise<Buffer> {
  const wrapped = wrapKey(masterKey, installationKeyContext, randomBytes(32)).toString('base64');
  // Two copies that start at once agree on the first one's.
  await tx.sql(
    `insert into system.settings (name, value)
     select 'installation_key', to_jsonb($1::text) where not exists (
       select from system.settings where name = 'installation_key'
     )
     on conflict do nothing`,
    [wrapped],
  );
  await tx.sql(
    `insert into system.settings (name, value)
     select 'master_key_id', to_jsonb($1::text) where not exists (
       select from system.settings where name = 'master_key_id'
     )
     on conflict do nothing`,
    [masterKeyId(masterKey)],
  );
  const rows = await tx.sql<{ name: string; value: string }>(
    `select name, value from system.settings where name in ('installation_key', 'master_key_id')`,
  );
  const settings = new Map(rows.map((row) => [row.name, row.value]));
  const known = settings.get('master_key_id') ?? '';
  if (known !== masterKeyId(masterKey)) throw wrongMasterKey(known, masterKey);
  const stored = Buffer.from(settings.get('installation_key') ?? '', 'base64');
  return unwrapKey(masterKey, installationKeyContext, stored);
}
