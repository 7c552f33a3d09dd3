import { randomBytes, scryptSync } from 'node:crypto';
import type { BuiltInRole } from '@trikon/contract';
import { addMember, addPerson } from '../src/modules/workspaces/index.ts';
import { addOrganisation, addWorkspace } from '../src/modules/workspaces/people.ts';
import { newId } from '../src/platform/ids/index.ts';
import { signSessionToken } from '../src/modules/workspaces/sign-in/session-cookie.ts';
import { apiClient, type ApiClient } from './api-client.ts';
import type { TestApp } from './test-app.ts';

export interface Signed {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  workspaceId: string;
  /** Signed in, in the workspace. */
  api: ApiClient;
}

let people = 0;

/** A workspace with its owner, signed in. */
export async function buildWorkspace(app: TestApp, name = 'Surat Silks'): Promise<Signed> {
  const owner = await buildPerson(app, 'Meera Patel');
  const workspaceId = await app.db.acrossWorkspaces('maintenance', async (tx) => {
    const organisationId = await addOrganisation(tx, name, owner.userId);
    const id = await addWorkspace(tx, {
      organisationId,
      name,
      language: 'en',
      timeZone: 'Asia/Kolkata',
      demo: false,
    });
    await addMember(tx, { workspaceId: id, ...owner, role: 'owner', roleId: null });
    return id;
  });
  return signIn(app, owner, workspaceId);
}

/** A further member with a built-in role, signed in. */
export async function buildMember(
  app: TestApp,
  workspaceId: string,
  role: BuiltInRole,
  name = 'Arjun Rao',
): Promise<Signed> {
  const person = await buildPerson(app, name);
  await app.db.acrossWorkspaces('maintenance', (tx) =>
    addMember(tx, { workspaceId, ...person, role, roleId: null }),
  );
  return signIn(app, person, workspaceId);
}

interface BuiltPerson {
  userId: string;
  name: string;
  email: string;
}

export async function buildPerson(
  app: TestApp,
  name: string,
  password: string | null = null,
): Promise<BuiltPerson> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${++people}@example.in`;
  const userId = await app.db.acrossWorkspaces('maintenance', (tx) =>
    addPerson(tx, { name, email, password: null, language: 'en' }),
  );
  if (password !== null) await givePassword(app, userId, password);
  return { userId, name, email };
}

/** Stored as the program does it, at a thousandth of the cost: what a test waits for should not be the hash. */
async function givePassword(app: TestApp, userId: string, password: string): Promise<void> {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 16, r: 8, p: 1 });
  const hash = `scrypt$16$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
  const now = app.clock.now();
  await app.database.asOwner(
    `insert into identity.accounts (id, user_id, account_id, provider_id, password, created_at, updated_at)
     values ($1, $2::uuid, $2::uuid, 'credential', $3, $4, $4)`,
    [newId(now), userId, hash, now],
  );
}

/** Puts a session into the database, as signing in would; hashing a password in every test would only take time. */
export async function signIn(app: TestApp, person: BuiltPerson, workspaceId: string): Promise<Signed> {
  const token = randomBytes(24).toString('base64url');
  const now = app.clock.now();
  const sessionId = newId(now);
  await app.db.acrossWorkspaces('maintenance', (tx) =>
    tx.sql(
      `insert into identity.sessions (id, user_id, token, expires_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)`,
      [sessionId, person.userId, token, new Date(now.getTime() + 30 * 86_400_000), now],
    ),
  );
  const cookie = `${app.cookieName}=${signSessionToken(token, app.sessionSecret)}`;
  return {
    ...person,
    sessionId,
    workspaceId,
    api: apiClient(app, { cookie, 'trikon-workspace': workspaceId }),
  };
}
