import type { EventData } from '@trikon/contract';
import type { FastifyRequest } from 'fastify';
import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { deviceName } from './device-name.ts';

type SignIn = EventData<'member.sign_in'>;

interface Exchange {
  path: string;
  request: FastifyRequest;
  /** Whose second step this answers, when it does. */
  askedUserId: string | null;
  status: number;
  answer: unknown;
}

interface LibraryAnswer {
  code?: string;
  twoFactorRedirect?: boolean;
  user?: { id?: string };
  session?: { userId?: string };
}

/** Tells every workspace of the person that they signed in, or that someone tried as them. */
export async function recordSignIn(db: Database, exchange: Exchange): Promise<void> {
  const attempt = readAttempt(exchange);
  if (attempt === null) return;
  const { ip, headers } = exchange.request;
  await recordAttempt(db, { ...attempt, ipAddress: ip, device: deviceName(headers['user-agent']) });
}

export interface Attempt {
  person: { userId: string } | { email: string };
  outcome: SignIn['outcome'];
  method: SignIn['method'];
  ipAddress: string | null;
  device: string | null;
}

export async function recordAttempt(db: Database, { person, ...attempt }: Attempt): Promise<void> {
  await db.acrossWorkspaces('sign-in', async (tx) => {
    const memberships = await findMemberships(tx, person);
    await publishIn(
      tx,
      memberships.map(({ workspaceId, ...member }) => ({
        type: 'member.sign_in' as const,
        workspaceId,
        data: { ...member, ...attempt },
      })),
    );
  });
}

const wrongCodes = new Set(['INVALID_CODE', 'INVALID_BACKUP_CODE']);

function readAttempt({
  path,
  request,
  askedUserId,
  status,
  answer,
}: Exchange): Pick<Attempt, 'person' | 'outcome' | 'method'> | null {
  const { code = '', twoFactorRedirect, user, session } = (answer ?? {}) as LibraryAnswer;
  const userId = user?.id ?? session?.userId;
  if (path === '/sign-in/email') {
    const email = (request.body as { email?: unknown } | undefined)?.email;
    if (typeof email !== 'string') return null;
    const person = { email: email.trim().toLowerCase() };
    if (status === 401) return { person, method: 'password', outcome: 'wrong_password' };
    if (status >= 400) return null;
    return {
      person,
      method: 'password',
      outcome: twoFactorRedirect ? 'second_factor_required' : 'succeeded',
    };
  }
  if (askedUserId !== null) {
    const person = { userId: askedUserId };
    if (status < 400) return { person, method: 'two_factor', outcome: 'succeeded' };
    // Refused for other reasons, such as too many tries, no code was compared.
    return wrongCodes.has(code) ? { person, method: 'two_factor', outcome: 'wrong_code' } : null;
  }
  if (path === '/passkey/verify-authentication') {
    return status < 400 && userId ? { person: { userId }, method: 'passkey', outcome: 'succeeded' } : null;
  }
  return null;
}

function findMemberships(tx: SystemTx, person: Attempt['person']) {
  return tx.sql<{ workspaceId: string; userId: string; name: string; email: string }>(
    `select workspace_id as "workspaceId", user_id as "userId", name, email from members
     where ${'userId' in person ? 'user_id = $1::uuid' : 'email = $1'}`,
    ['userId' in person ? person.userId : person.email],
  );
}
