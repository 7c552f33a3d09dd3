import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { derive } from '../../../platform/secrets/index.ts';

/** Signs what a workspace's ledger was at a time. */
export interface LedgerKey {
  /** The first digits of the public key's hash. */
  id: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  /** As others read it. */
  publicPem: string;
}

/** An Ed25519 key is 32 bytes behind this, in the form that Node reads. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Follows from the installation's own key, of which the database has only the wrapped form: whoever may write every
 * table can neither read it nor put another in its place.
 */
export function openLedgerKey(installationKey: Buffer, workspaceId: string): LedgerKey {
  const seed = derive(installationKey, `consent ledger ${workspaceId}`, 32);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const id = hash('sha256', publicKey.export({ type: 'spki', format: 'der' }), 'hex').slice(0, 16);
  return {
    id,
    privateKey,
    publicKey,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  };
}

/** That a ledger had so many entries at a time, and ended in this hash. */
export interface Statement {
  workspaceId: string;
  /** How many, and the place of the last. */
  seq: number;
  head: string;
  at: string;
  keyId: string;
}

/** To be read and checked without this program: these bytes never change. */
const statementText = ({ workspaceId, seq, head, at, keyId }: Statement): string =>
  JSON.stringify({ ledger: 'trikon consent 1', workspaceId, seq, head, at, keyId });

export const signStatement = (key: LedgerKey, statement: Statement): string =>
  sign(null, Buffer.from(statementText(statement)), key.privateKey).toString('base64');

export const isSignedBy = (key: LedgerKey, statement: Statement, signature: string): boolean =>
  statement.keyId === key.id &&
  verify(null, Buffer.from(statementText(statement)), key.publicKey, Buffer.from(signature, 'base64'));
