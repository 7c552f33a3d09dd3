import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { masterKeyId } from '../secrets/index.ts';
import { BackupError } from './backup-error.ts';

/** How a backup is kept from eyes it is not for. */
export type Protection =
  | { kind: 'master-key' }
  /** Opens anywhere: the master key travels inside. */
  | { kind: 'passphrase'; passphrase: string }
  | { kind: 'none' };

const salt = z.string().regex(/^[0-9a-f]{32}$/);
const check = z.string().regex(/^[0-9a-f]{16}$/);

export const protectionHeader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('master-key'), keyId: z.string().max(40), salt, check }),
  z.strictObject({ kind: z.literal('passphrase'), salt, check }),
  z.strictObject({ kind: z.literal('none') }),
]);

export type ProtectionHeader = z.infer<typeof protectionHeader>;

const shortestPassphrase = 12;

/** What to write in front of a new backup, and the key that only this backup is encrypted with. */
export async function protect(
  protection: Protection,
  masterKey: Buffer,
): Promise<{ header: ProtectionHeader; key: Buffer }> {
  const { kind } = protection;
  if (kind === 'none') return { header: { kind }, key: openKey };
  const salt = randomBytes(16).toString('hex');
  if (kind === 'master-key') {
    const key = keyFromMaster(masterKey, salt);
    return { header: { kind, keyId: masterKeyId(masterKey), salt, check: checkOf(key) }, key };
  }
  if (protection.passphrase.length < shortestPassphrase) {
    throw new BackupError(`Use a passphrase of at least ${shortestPassphrase} characters.`);
  }
  const key = await keyFromPassphrase(protection.passphrase, salt);
  return { header: { kind, salt, check: checkOf(key) }, key };
}

export interface Unlocking {
  passphrase?: string;
  /** Keys that may fit: this installation's, or the one of the installation that made the backup. */
  masterKeys: readonly Buffer[];
}

export async function unlock(header: ProtectionHeader, unlocking: Unlocking): Promise<Buffer> {
  if (header.kind === 'none') return openKey;
  if (header.kind === 'master-key') {
    const master = unlocking.masterKeys.find((key) => masterKeyId(key) === header.keyId);
    const key = master && keyFromMaster(master, header.salt);
    if (key && fits(key, header.check)) return key;
    throw new BackupError(
      `This backup opens only with the master key ${header.keyId}, that of the installation which made it. Give that key along with the command.`,
    );
  }
  if (unlocking.passphrase === undefined)
    throw new BackupError('This backup opens with a passphrase. Give it.');
  const key = await keyFromPassphrase(unlocking.passphrase, header.salt);
  if (!fits(key, header.check)) throw new BackupError('This is not the passphrase of this backup.');
  return key;
}

/** Everybody's key: hides nothing, and every byte still proves itself. */
const openKey = Buffer.alloc(32);

const keyFromMaster = (masterKey: Buffer, salt: string): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, Buffer.from(salt, 'hex'), 'backup', 32));

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** 128 MB and about half a second: dear for whoever guesses, nothing for whoever knows. */
const keyFromPassphrase = (passphrase: string, salt: string): Promise<Buffer> =>
  derive(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), 32, {
    N: 2 ** 17,
    r: 8,
    p: 1,
    maxmem: 256 * 1024 * 1024,
  });

/** Tells a wrong key from a damaged file, which deserve different sentences. */
const checkOf = (key: Buffer): string => createHmac('sha256', key).update('check').digest('hex').slice(0, 16);

const fits = (key: Buffer, check: string): boolean =>
  timingSafeEqual(Buffer.from(checkOf(key)), Buffer.from(check));
