import { randomBytes } from 'node:crypto';
import type { SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { sessionCookieName, signSessionToken } from './session-cookie.ts';

const sessionSeconds = 30 * 86_400;

interface Device {
  ipAddress: string;
  userAgent: string | undefined;
}

/** A session as the sign-in library starts them; returns its token. */
export async function startSession(
  tx: SystemTx,
  userId: string,
  { ipAddress, userAgent }: Device,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await tx.sql(
    `insert into identity.sessions (id, user_id, token, expires_at, ip_address, user_agent, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [
      newId(tx.now),
      userId,
      token,
      new Date(tx.now.getTime() + sessionSeconds * 1_000),
      ipAddress,
      userAgent ?? '',
      tx.now,
    ],
  );
  return token;
}

/** With the attributes that the sign-in library gives its own; a test compares the two. */
export function sessionCookie(
  token: string,
  { secure, secret }: { secure: boolean; secret: string },
): string {
  const attributes = `Max-Age=${sessionSeconds}; Path=/; HttpOnly${secure ? '; Secure' : ''}; SameSite=Lax`;
  return `${sessionCookieName(secure)}=${signSessionToken(token, secret)}; ${attributes}`;
}

/**
 * An answer from a company counts once, whatever the company does with its codes. The first to note it wins, also
 * against another copy of the program; the daily clean-up takes the note away when its time has passed.
 */
export async function useOnce(tx: SystemTx, state: string, until: Date): Promise<boolean> {
  const noted = await tx.sql(
    `insert into identity.verifications (id, identifier, value, expires_at, created_at, updated_at)
     values (md5($1)::uuid, 'company sign-on used', $1, $2, $3, $3) on conflict (id) do nothing returning 1`,
    [state, until, tx.now],
  );
  return noted.length > 0;
}
