import { hkdfSync } from 'node:crypto';
import pg from 'pg';
import { decrypt, encrypt } from './envelope.ts';
import { SecretError } from './secret-error.ts';

const header = Buffer.from([1]);

/** Names a master key without telling anything about it. */
export const masterKeyId = (masterKey: Buffer): string =>
  derive(masterKey, 'id of a master key', 6).toString('hex');

/** Protects another key. The master key itself encrypts nothing: every use has a key of its own derived from it. */
export function wrapKey(masterKey: Buffer, context: readonly string[], key: Buffer): Buffer {
  return encrypt(wrappingKey(masterKey), { header, context, plaintext: key });
}

export function unwrapKey(masterKey: Buffer, context: readonly string[], wrapped: Buffer): Buffer {
  return decrypt(wrappingKey(masterKey), { headerBytes: header.length, context, sealed: wrapped });
}

export function derive(key: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, bytes));
}

const wrappingKey = (masterKey: Buffer): Buffer => derive(masterKey, 'wrapping of data keys', 32);

/**
 * Refuses to go on with another master key than the one the database was begun with. Asked before anything is
 * written: migrating would set the passwords of the database roles by the wrong key and lock out the other copies.
 */
export async function checkMasterKey({ url, masterKey }: { url: string; masterKey: Buffer }): Promise<void> {
  const owner = new pg.Client({ connectionString: url, application_name: 'trikon master key' });
  await owner.connect();
  try {
    const { rows: exists } = await owner.query(`select where to_regclass('system.settings') is not null`);
    if (exists.length === 0) return;
    const { rows } = await owner.query<{ value: string }>(
      `select value from system.settings where name = 'master_key_id'`,
    );
    const known = rows[0]?.value;
    if (known !== undefined && known !== masterKeyId(masterKey)) throw wrongMasterKey(known, masterKey);
  } finally {
    await owner.end();
  }
}

export function wrongMasterKey(known: string, given: Buffer): SecretError {
  return new SecretError(
    'wrong_master_key',
    `This database's secrets are protected by the master key ${known}, but the program was given ${masterKeyId(given)}. Put the right key into TRIKON_MASTER_KEY or back into master.key in the data folder.`,
  );
}
