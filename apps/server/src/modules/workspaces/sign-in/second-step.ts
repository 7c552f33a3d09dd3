import type { FastifyRequest } from 'fastify';
import type { Database } from '../../../platform/db/index.ts';
import type { Auth } from './auth.ts';
import { readSessionToken } from './session-cookie.ts';

const paths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/**
 * Who is asked for their second step: whoever gave their password just before, as a signed cookie says. Asked before
 * the library answers, which forgets it with the right code. Null for someone who is signed in already and only
 * confirms a code, which is no sign-in.
 */
export async function findWhoIsAsked(
  auth: Auth,
  db: Database,
  path: string,
  request: FastifyRequest,
): Promise<string | null> {
  if (!paths.has(path)) return null;
  const context = await auth.$context;
  const { name } = context.createAuthCookie('two_factor');
  const identifier = readSessionToken(request.headers.cookie, name, context.secret);
  if (identifier === null) return null;
  const [asked] = await db.acrossWorkspaces('sign-in', (tx) =>
    tx.sql<{ userId: string }>(`select value as "userId" from identity.verifications where identifier = $1`, [
      identifier,
    ]),
  );
  return asked?.userId ?? null;
}
