import { contract, permissionNames } from '@trikon/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signIn } from './factories.ts';
import {
  expectedAccess,
  expectedPermissions,
  otherAddresses,
  signInAddresses,
} from './permission-matrix.expected.ts';
import { codeOf, requestFor, routeOf, send, type ApiRequest } from './requests/request.ts';
import { storedRows } from './stored-rows.ts';
import { examples } from './tenant/examples.ts';
import { buildTenant, type Tenant } from './tenant/tenant.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const procedures = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun}.${verb}`),
);
const roleNames = Object.keys(expectedPermissions);

let app: TestApp;
let here: Tenant;
let elsewhere: Tenant;
let keys: Keys;
/** Every row before the first call. */
let untouched: Record<string, string[]>;
let gone: Record<'ended' | 'expired' | 'idle', Record<string, string>>;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  here = await buildTenant(app, 'suratword');
  elsewhere = await buildTenant(app, 'puneword');
  keys = await buildKeys();
  gone = await buildGoneSessions();
  untouched = await storedRows(app.database);
});
afterAll(() => app.stop());
// Past what the program may remember of anyone.
beforeEach(() => app.clock.advance(5_000));

describe('the written rules', () => {
  test('name every procedure of the contract, and no other', () => {
    expect(Object.keys(expectedAccess).sort()).toEqual([...procedures].sort());
  });

  test('say of every procedure what the contract says', () => {
    const declared = Object.entries(contract).flatMap(([noun, verbs]) =>
      Object.entries(verbs).map(([verb, procedure]) => [`${noun}.${verb}`, wordsOf(procedure['~orpc'].meta)]),
    );
    expect(Object.fromEntries(declared)).toEqual(expectedAccess);
  });

  test('are those of procedures that are served and have an example', () => {
    expect(app.routes.map((route) => route.name).sort()).toEqual([...procedures].sort());
    expect(Object.keys(examples).sort()).toEqual([...procedures].sort());
  });

  test('name every permission that there is', () => {
    expect([...expectedPermissions.owner!].sort()).toEqual([...permissionNames].sort());
  });

  test('name every address that the server answers', () => {
    const served = app.routes.map((route) => {
      const { method, path } = routeOf(route);
      return `${method} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    });
    const known = [...served, ...signInAddresses, ...Object.keys(otherAddresses)];
    expect(addressesOf(app.server.printRoutes({ commonPrefix: false })).sort()).toEqual(known.sort());
  });
});

describe.each(procedures)('%s', (name) => {
  const { needs, byPerson } = readAccess(expectedAccess[name] ?? 'nobody');

  test('answers each role as written, in its own workspace and in no other', async ({ skip }) => {
    skip(!isServed(name));
    await Promise.all(
      roleNames.map(async (role) => {
        const member = here.members[role as keyof Tenant['members']];
        const allowed =
          needs === 'anyone' || needs === 'signed-in' || expectedPermissions[role]!.includes(needs);
        await expectCall(name, `${role} here`, member.api.headers, allowed ? 'allowed' : 'forbidden');
        const abroad = { ...member.api.headers, 'trikon-workspace': elsewhere.workspaceId };
        await expectCall(name, `${role} elsewhere`, abroad, needs === 'anyone' ? 'allowed' : 'not_found');
        const nowhere = { cookie: member.api.headers.cookie! };
        const free = needs === 'anyone' || needs === 'signed-in';
        await expectCall(name, `${role} nowhere`, nowhere, free ? 'allowed' : 'workspace_required');
      }),
    );
  });

  test('answers nobody whose session or key has ended', async ({ skip }) => {
    skip(!isServed(name));
    const expected = needs === 'anyone' ? 'allowed' : 'not_signed_in';
    const workspace = { 'trikon-workspace': here.workspaceId };
    const callers = {
      'no credentials': workspace,
      ...gone,
      'revoked key': keys.revoked,
      'expired key': keys.expired,
    };
    await Promise.all(
      Object.entries(callers).map(async ([who, headers]) => expectCall(name, who, headers, expected)),
    );
  });

  test('answers a key as far as its permissions go', async ({ skip }) => {
    skip(!isServed(name));
    const open = needs === 'anyone';
    await expectCall(name, 'full key', keys.full, open || !byPerson ? 'allowed' : 'forbidden');
    const abroad = { ...keys.full, 'trikon-workspace': elsewhere.workspaceId };
    await expectCall(name, 'full key elsewhere', abroad, open ? 'allowed' : 'not_found');
    if (!(needs in keys.without)) return;
    await expectCall(name, 'key without it', keys.without[needs]!, 'forbidden');
    await expectCall(name, 'key with it alone', keys.only[needs]!, byPerson ? 'forbidden' : 'allowed');
  });

  test('and has changed nothing by all this', async () => {
    expect(await storedRows(app.database)).toEqual(untouched);
  });
});

describe('the live stream', () => {
  const needs = otherAddresses['GET /api/v1/events/stream']!;

  test('opens to each role as written, in its own workspace and in no other', async () => {
    for (const role of roleNames) {
      const { headers } = here.members[role as keyof Tenant['members']].api;
      const allowed = expectedPermissions[role]!.includes(needs);
      expect(`${role}: ${await openingStatus(headers)}`).toBe(`${role}: ${allowed ? 200 : 403}`);
      const abroad = { ...headers, 'trikon-workspace': elsewhere.workspaceId };
      expect(`${role}: ${await openingStatus(abroad)}`).toBe(`${role}: 404`);
    }
  });

  test('stays closed to nobody, to what has ended and to keys without the permission', async () => {
    expect(await openingStatus({ 'trikon-workspace': here.workspaceId })).toBe(401);
    for (const headers of [...Object.values(gone), keys.revoked, keys.expired]) {
      expect(await openingStatus(headers)).toBe(401);
    }
    expect(await openingStatus(keys.without[needs]!)).toBe(403);
    expect(await openingStatus(keys.only[needs]!)).toBe(200);
  });
});

async function openingStatus(headers: Headers): Promise<number> {
  const abort = new AbortController();
  const response = await fetch(`${app.url}/api/v1/events/stream`, { headers, signal: abort.signal });
  abort.abort();
  return response.status;
}

const isServed = (name: string): boolean => app.routes.some((route) => route.name === name);

type Expected = 'allowed' | 'forbidden' | 'not_found' | 'not_signed_in' | 'workspace_required';

const statuses = { forbidden: 403, not_found: 404, not_signed_in: 401, workspace_required: 400 };

/** A call that is to be refused is sent as one that would work; one that is allowed is spoilt, so that it changes nothing. */
async function expectCall(
  name: string,
  who: string,
  headers: Record<string, string>,
  expected: Expected,
): Promise<void> {
  const route = app.routes.find((each) => each.name === name)!;
  const request = requestFor(route, examples[name]!.input(here));
  const answer = await send(app, expected === 'allowed' ? spoilt(request) : request, headers);
  const seen = `${answer.status} ${codeOf(answer) ?? ''}`.trim();
  if (expected === 'allowed') {
    expect(seen, `${who}: ${answer.text}`).toMatch(/^(200|400 invalid_input)$/);
    return;
  }
  expect(`${who}: ${seen}`).toBe(`${who}: ${statuses[expected]} ${expected}`);
}

function spoilt(request: ApiRequest): ApiRequest {
  if (request.method !== 'GET') return { ...request, body: { ...(request.body as object), notAField: 1 } };
  return { ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}notAField=1` };
}

interface Meta {
  access: string;
  personOnly?: boolean;
}

function wordsOf({ access, personOnly }: Meta): string {
  return `${access === 'public' ? 'anyone' : access}${personOnly ? ' by a person' : ''}`;
}

function readAccess(words: string): { needs: string; byPerson: boolean } {
  const needs = words.replace(' by a person', '');
  return { needs, byPerson: needs !== words };
}

type Headers = Record<string, string>;
interface Keys {
  full: Headers;
  revoked: Headers;
  expired: Headers;
  /** Every permission but the one. */
  without: Record<string, Headers>;
  only: Record<string, Headers>;
}

async function buildKeys(): Promise<Keys> {
  const without: Keys['without'] = {};
  const only: Keys['only'] = {};
  for (const permission of permissionNames) {
    without[permission] = (await newKey(permissionNames.filter((each) => each !== permission))).headers;
    only[permission] = (await newKey([permission])).headers;
  }
  const revoked = await newKey(permissionNames);
  const expired = await newKey(permissionNames);
  await app.database.asOwner(`update api_keys set revoked_at = created_at where key_id = $1`, [
    revoked.keyId,
  ]);
  await app.database.asOwner(`update api_keys set expires_at = created_at where key_id = $1`, [
    expired.keyId,
  ]);
  const { headers } = await newKey(permissionNames);
  return { full: headers, revoked: revoked.headers, expired: expired.headers, without, only };
}

async function newKey(permissions: readonly string[]): Promise<{ keyId: string; headers: Headers }> {
  const { body } = await here.members.owner.api.post<{ key: string; keyId: string }>('/api-keys', {
    name: `key ${permissions.length}`,
    permissions,
  });
  return { keyId: body.keyId, headers: { authorization: `Bearer ${body.key}` } };
}

async function buildGoneSessions(): Promise<typeof gone> {
  const [ended, expired, idle] = await Promise.all(
    [1, 2, 3].map(() => signIn(app, here.members.owner, here.workspaceId)),
  );
  const { database } = app;
  const now = app.clock.now();
  await database.asOwner(`delete from identity.sessions where id = $1`, [ended!.sessionId]);
  await database.asOwner(`update identity.sessions set expires_at = $2 where id = $1`, [
    expired!.sessionId,
    now,
  ]);
  await database.asOwner(`update identity.sessions set updated_at = $2 where id = $1`, [
    idle!.sessionId,
    new Date(now.getTime() - 8 * 86_400_000),
  ]);
  // The first request with it takes the session away, which is no change that the tests should see.
  await idle!.api.get('/workspace');
  return { ended: ended!.api.headers, expired: expired!.api.headers, idle: idle!.api.headers };
}

/** The method and path of every line in the server's picture of its routes; HEAD comes with GET. */
function addressesOf(picture: string): string[] {
  const parents: string[] = [];
  const found: string[] = [];
  for (const line of picture.split('\n').filter(Boolean)) {
    const [, indent = '', rest = ''] = /^([│ ]*)[├└]── (.*)$/.exec(line) ?? [];
    const [, part = '', methods = ''] = /^(\S+)(?: \(([^)]*)\))?/.exec(rest) ?? [];
    const depth = indent.length / 4;
    parents.length = depth;
    parents[depth] = part;
    for (const method of methods.split(', ').filter((each) => each !== '' && each !== 'HEAD')) {
      found.push(`${method} ${parents.join('')}`);
    }
  }
  return found.filter((address) => !address.includes('*'));
}
