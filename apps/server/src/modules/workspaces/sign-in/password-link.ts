import { randomBytes } from 'node:crypto';
import type { Database } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { findPersonByEmail } from '../people.ts';

const lifetimeMilliseconds = 3_600_000;

/** A token for the page that sets a new password, stored where the sign-in library looks for its own. */
export async function createPasswordLink(db: Database, email: string): Promise<string | null> {
  return db.acrossWorkspaces('account', async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (person === undefined) return null;
    const token = randomBytes(18).toString('base64url');
    await tx.sql(
      `insert into identity.verifications (id, identifier, value, expires_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)`,
      [
        newId(tx.now),
        `reset-password:${token}`,
        person.userId,
        new Date(tx.now.getTime() + lifetimeMilliseconds),
        tx.now,
      ],
    );
    return token;
  });
}
