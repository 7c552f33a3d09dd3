import type { Permission } from '@trikon/contract';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller, Credentials, Identify, Key } from '../../platform/http/index.ts';
import { hashKey, keyIdIn } from './api-keys.ts';
import { permissionsOf } from './roles.ts';
import { readSessionToken } from './sign-in/session-cookie.ts';

export interface Identities {
  identify: Identify;
  /** Forgets what is remembered, so that a change made by anyone holds at the next request. */
  forget(): void;
}

interface IdentifyOptions {
  db: Database;
  clock: Clock;
  cookieName: string;
  secret: string;
}

interface SessionRow {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  twoFactorEnabled: boolean;
  expiresAt: Date;
  lastSeenAt: Date;
  memberships: Membership[];
}

interface Membership {
  workspaceId: string;
  role: string;
  permissions: string[] | null;
  requireTwoFactor: boolean;
  sessionIdleMinutes: number;
}

interface Remembered<Value> {
  until: number;
  value: Value | null;
}

// How long an identity may be remembered: what another process revoked holds here at the latest after this.
const memoryMilliseconds = 3_000;
const mostRemembered = 20_000;
const touchEveryMilliseconds = 60_000;
const sessionDays = 30;

/**
 * Says who calls. What the database answered is remembered for a few seconds, which saves every request a query;
 * a revocation made through this process forgets at once, one made elsewhere arrives with the event log or expires.
 */
export function createIdentities({ db, clock, cookieName, secret }: IdentifyOptions): Identities {
  const sessions = new Map<string, Remembered<SessionRow>>();
  const keys = new Map<string, Remembered<Key>>();

  const session = async (token: string): Promise<SessionRow | null> => {
    const now = clock.now();
    const found = await remember(sessions, token, now, () => findSession(db, token, now));
    return found !== null && found.expiresAt > now ? found : null;
  };

  return {
    identify: async (credentials) => {
      const { authorization, cookie, workspaceId } = credentials;
      if (authorization !== undefined) {
        // What cannot be a key is not remembered either: it may be long, and new every time.
        const given = keyIn(authorization);
        if (given === null) return requireKey(null, workspaceId);
        const key = await remember(keys, given.secret, clock.now(), () => findKey(db, given));
        return requireKey(key, workspaceId);
      }
      const token = readSessionToken(cookie, cookieName, secret);
      const row = token === null ? null : await session(token);
      if (row === null) return null;
      if (!credentials.unattended) await keepAlive(db, row, clock.now());
      return asPerson(row, credentials);
    },
    forget: () => {
      sessions.clear();
      keys.clear();
    },
  };
}

async function remember<Value>(
  memory: Map<string, Remembered<Value>>,
  name: string,
  now: Date,
  find: () => Promise<Value | null>,
): Promise<Value | null> {
  const known = memory.get(name);
  const time = now.getTime();
  if (known !== undefined && known.until > time && known.until <= time + memoryMilliseconds)
    return known.value;
  const value = await find();
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(name, { until: time + memoryMilliseconds, value });
  return value;
}

const sessionQuery = `
  select s.id as "sessionId", u.id as "userId", u.name, u.email, u.two_factor_enabled as "twoFactorEnabled",
    s.expires_at as "expiresAt", s.updated_at as "lastSeenAt",
    coalesce((select jsonb_agg(jsonb_build_object('workspaceId', m.workspace_id, 'role', m.role, 'permissions', r.permissions,
        'requireTwoFactor', w.require_two_factor, 'sessionIdleMinutes', w.session_idle_minutes))
      from members m join workspaces w using (workspace_id)
      left join roles r on r.workspace_id = m.workspace_id and r.role_id = m.role_id
      where m.user_id = u.id), '[]') as memberships
  from identity.sessions s join identity.users u on u.id = s.user_id
  where s.token = $1 and s.expires_at > $2`;

async function findSession(db: Database, token: string, now: Date): Promise<SessionRow | null> {
  return db.acrossWorkspaces('sign-in', async (tx) => {
    const [found] = await tx.sql<SessionRow>(sessionQuery, [token, now]);
    if (found === undefined) return null;
    const awayMilliseconds = now.getTime() - found.lastSeenAt.getTime();
    // One session opens all of a person's workspaces, so the strictest of them says how long it may rest.
    const idleMinutes = Math.min(...found.memberships.map((each) => each.sessionIdleMinutes));
    if (awayMilliseconds > idleMinutes * 60_000) {
      await tx.sql(`delete from identity.sessions where id = $1`, [found.sessionId]);
      return null;
    }
    return found;
  });
}

/** What a person does keeps their session from ending; the row is the remembered one, so a minute's requests write once. */
async function keepAlive(db: Database, row: SessionRow, now: Date): Promise<void> {
  if (now.getTime() - new Date(row.lastSeenAt).getTime() <= touchEveryMilliseconds) return;
  row.lastSeenAt = now;
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000);
  await db.acrossWorkspaces('sign-in', (tx) =>
    tx.sql(`update identity.sessions set updated_at = $2, expires_at = $3 where id = $1`, [
      row.sessionId,
      now,
      expiresAt,
    ]),
  );
}

function asPerson(row: SessionRow, { workspaceId }: Credentials): Caller {
  const person = {
    kind: 'user',
    id: row.userId,
    name: row.name,
    email: row.email,
    sessionId: row.sessionId,
  } as const;
  if (workspaceId === undefined) return { ...person, workspaceId: null, permissions: new Set<Permission>() };
  const membership = row.memberships.find((each) => each.workspaceId === workspaceId);
  // The same words whether the workspace is another's or none at all: nothing is told about what exists.
  if (membership === undefined)
    throw new Refusal('not_found', 'There is no such workspace here, or you do not belong to it.');
  const barred = membership.requireTwoFactor && !row.twoFactorEnabled;
  const permissions = permissionsOf(membership.role, membership.permissions);
  return { ...person, workspaceId, permissions, ...(barred && { barred: 'two_factor_required' }) };
}

interface GivenKey {
  secret: string;
  keyId: string;
}

function keyIn(authorization: string): GivenKey | null {
  const secret = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const keyId = secret === undefined ? null : keyIdIn(secret);
  return secret === undefined || keyId === null ? null : { secret, keyId };
}

async function findKey(db: Database, { secret, keyId }: GivenKey): Promise<Key | null> {
  return db.acrossWorkspaces('sign-in', async (tx) => {
    // The hash of 192 random bits is compared by the database: how long that takes tells nothing worth knowing.
    const [found] = await tx.sql<{
      workspaceId: string;
      permissions: Permission[];
      requestsPerMinute: number;
      fresh: boolean;
    }>(
      `select workspace_id as "workspaceId", permissions, requests_per_minute as "requestsPerMinute",
         coalesce(last_used_at > $3::timestamptz - interval '1 minute', false) as fresh
       from api_keys where key_id = $1 and secret_hash = $2 and revoked_at is null and (expires_at is null or expires_at > $3)`,
      [keyId, hashKey(secret), tx.now],
    );
    if (found === undefined) return null;
    if (!found.fresh)
      await tx.sql(`update api_keys set last_used_at = $2 where key_id = $1`, [keyId, tx.now]);
    const { workspaceId, permissions, requestsPerMinute } = found;
    return { kind: 'key', id: keyId, workspaceId, requestsPerMinute, permissions: new Set(permissions) };
  });
}

function requireKey(key: Key | null, workspaceId: string | undefined): Key {
  if (key === null)
    throw new Refusal('not_signed_in', 'This API key is not valid: it is wrong, revoked or expired.');
  if (workspaceId !== undefined && workspaceId !== key.workspaceId) {
    throw new Refusal('not_found', 'There is no such workspace here, or you do not belong to it.');
  }
  return key;
}

/** Events after which someone may be allowed more or less than before. */
export function changesIdentity(type: string): boolean {
  return /^(member\.(joined|removed|role_changed)|role\.(updated|removed)|api_key\.revoked|workspace\.updated)$/.test(
    type,
  );
}
