import { hash, randomBytes } from 'node:crypto';

const saltBytes = 32;

/**
 * What may be personal stands beside its entry, and in the entry only a commitment to it: erased it can be without a
 * trace of what it said, changed it cannot. Without the salt nobody can guess what was erased by trying.
 */
export function concealed(evidence: Record<string, unknown>): Concealed {
  if (Object.keys(evidence).length === 0) return { details: null, salt: null, commitment: null };
  const details = JSON.stringify(evidence);
  const salt = randomBytes(saltBytes);
  return {
    details,
    salt: `\\x${salt.toString('hex')}`,
    commitment: `\\x${commitmentTo(salt, details)}`,
  };
}

interface Concealed {
  details: string | null;
  /** As PostgreSQL writes bytes. */
  salt: string | null;
  commitment: string | null;
}

export const commitmentTo = (salt: Buffer, details: string): string =>
  hash('sha256', Buffer.concat([salt, Buffer.from(details)]), 'hex');
