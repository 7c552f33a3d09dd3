import type { Database, SystemTx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { deviceName } from './sign-in/device-name.ts';

interface SessionRow {
  sessionId: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

export async function listSessions(db: Database, caller: Person) {
  const rows = await db.acrossWorkspaces('account', (tx) =>
    tx.sql<SessionRow>(
      `select id as "sessionId", ip_address as "ipAddress", user_agent as "userAgent", created_at as "createdAt", updated_at as "lastSeenAt"
       from identity.sessions where user_id = $1 and expires_at > $2 order by updated_at desc limit 100`,
      [caller.id, tx.now],
    ),
  );
  const items = rows.map(({ userAgent, ...session }) => ({
    ...session,
    ipAddress: session.ipAddress || null,
    device: deviceName(userAgent),
    current: session.sessionId === caller.sessionId,
  }));
  return { items };
}

export async function endSession(
  db: Database,
  caller: Person,
  sessionId: string,
): Promise<Record<string, never>> {
  const ended = await db.acrossWorkspaces('account', (tx) =>
    tx.sql(`delete from identity.sessions where id = $1 and user_id = $2 returning 1`, [
      sessionId,
      caller.id,
    ]),
  );
  if (ended.length === 0) throw notFound('session of yours');
  return {};
}

export async function endOtherSessions(db: Database, caller: Person): Promise<{ ended: number }> {
  const ended = await db.acrossWorkspaces('account', (tx) =>
    tx.sql(`delete from identity.sessions where user_id = $1 and id <> $2 returning 1`, [
      caller.id,
      caller.sessionId,
    ]),
  );
  return { ended: ended.length };
}

/** Sessions, links and counts that no longer mean anything. */
export async function dropExpired(tx: SystemTx, now: Date): Promise<void> {
  await tx.sql(`delete from identity.sessions where expires_at < $1`, [now]);
  await tx.sql(`delete from identity.verifications where expires_at < $1`, [now]);
  await tx.sql(`delete from identity.rate_limits where last_request < $1`, [now.getTime() - 86_400_000]);
  await tx.sql(`delete from invitations where expires_at < $1`, [new Date(now.getTime() - 30 * 86_400_000)]);
}
