import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient, keyClient } from '../../../../test/api-client.ts';
import { buildMember, buildWorkspace, signIn, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { signSessionToken } from './session-cookie.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());

const minute = 60_000;
const day = 24 * 60 * minute;
const notSignedIn = { status: 401, body: { code: 'not_signed_in' } };

async function freshSession(): Promise<Signed> {
  return signIn(app, owner, owner.workspaceId);
}

describe('a session', () => {
  test('ends when it rested for longer than the workspace allows, and not before', async () => {
    const { api: settings } = await freshSession();
    await settings.patch('/workspace', { sessionIdleMinutes: 30 });
    const { api } = await freshSession();
    for (let visit = 0; visit < 4; visit += 1) {
      app.clock.advance(29 * minute);
      expect((await api.get('/workspace')).status).toBe(200);
    }
    app.clock.advance(31 * minute);
    expect(await api.get('/workspace')).toMatchObject(notSignedIn);
    // And it does not come back to life.
    app.clock.advance(-31 * minute);
    app.identities.forget();
    expect(await api.get('/workspace')).toMatchObject(notSignedIn);
    await (await freshSession()).api.patch('/workspace', { sessionIdleMinutes: 43_200 });
  });

  test('lives on while it is used, and ends a month after the last use at the latest', async () => {
    const { api } = await freshSession();
    for (let week = 0; week < 6; week += 1) {
      app.clock.advance(7 * day);
      expect((await api.get('/workspace')).status).toBe(200);
    }
    app.clock.advance(30 * day + minute);
    expect(await api.get('/workspace')).toMatchObject(notSignedIn);
  });

  test('is listed with the others, and ended from another device', async () => {
    const member = await buildMember(app, owner.workspaceId, 'agent');
    const laptop = await signIn(app, member, owner.workspaceId);
    const { body } = await member.api.get<{ items: { sessionId: string; current: boolean }[] }>(
      '/account/sessions',
    );
    expect(body.items.filter(({ current }) => current)).toHaveLength(1);
    expect(body.items).toHaveLength(2);
    expect((await member.api.remove(`/account/sessions/${laptop.sessionId}`)).status).toBe(200);
    app.clock.advance(5_000);
    expect(await laptop.api.get('/workspace')).toMatchObject(notSignedIn);
    expect((await member.api.get('/workspace')).status).toBe(200);
    expect((await member.api.remove(`/account/sessions/${owner.sessionId}`)).status).toBe(404);
  });
});

describe('a session cookie', () => {
  test('that was forged, changed or signed with another secret is worth nothing', async () => {
    const { api } = await freshSession();
    const { cookie } = api.headers;
    const [name, value] = [
      cookie!.slice(0, cookie!.indexOf('=')),
      decodeURIComponent(cookie!.split('=')[1]!),
    ];
    const token = value.slice(0, value.lastIndexOf('.'));
    const signature = value.slice(value.lastIndexOf('.') + 1);
    const hexed = createHmac('sha256', app.sessionSecret).update(token).digest('hex');
    const forged = [
      '',
      '.',
      token,
      `${token}.`,
      `.${signature}`,
      `${token}.${signature.slice(0, -2)}`,
      `${token}.${'A'.repeat(44)}`,
      `${token}.${hexed}`,
      `${token}x.${signature}`,
      `x${token}.${signature}`,
      `${token}.${signature}.${signature}`,
      signSessionToken(token, 'another secret'),
      signSessionToken('no such session', app.sessionSecret),
      signSessionToken("' or true --", app.sessionSecret),
      signSessionToken('', app.sessionSecret),
      '%',
      '%00',
      'a'.repeat(8_000),
    ];
    expect((await api.get('/workspace')).status).toBe(200);
    for (const each of forged) {
      const sent = each.includes('%') ? each : encodeURIComponent(each);
      const attempt = apiClient(app, { cookie: `${name}=${sent}`, 'trikon-workspace': owner.workspaceId });
      expect(await attempt.get('/workspace'), each).toMatchObject(notSignedIn);
    }
  });

  test('under another name, or sent as an API key, is worth nothing', async () => {
    const { api } = await freshSession();
    const [, value] = api.headers.cookie!.split('=');
    const disguises: Record<string, string>[] = [
      { cookie: `session_token=${value}` },
      { cookie: `__Secure-${api.headers.cookie}` },
      { authorization: `Bearer ${decodeURIComponent(value!)}` },
    ];
    for (const headers of disguises) {
      const attempt = apiClient(app, { ...headers, 'trikon-workspace': owner.workspaceId });
      expect((await attempt.get('/workspace')).status).toBe(401);
    }
  });
});

describe('an API key', () => {
  test('that is malformed, another’s id or has another secret is worth nothing', async () => {
    const { api } = await freshSession();
    const first = String(
      (await api.post('/api-keys', { name: 'One', permissions: ['workspace.read'] })).body.key,
    );
    const second = String(
      (await api.post('/api-keys', { name: 'Two', permissions: ['workspace.read'] })).body.key,
    );
    const [idOfFirst, secretOfSecond] = [first.split('_')[1], second.slice(-32)];
    const wrong = [
      'x',
      'tk_',
      first.slice(0, -1),
      `${first}A`,
      first.toUpperCase(),
      first.replace('tk_', 'sk_'),
      `tk_${idOfFirst}_${secretOfSecond}`,
      `tk_${idOfFirst}_${'A'.repeat(32)}`,
      `tk_${'A'.repeat(22)}_${'A'.repeat(32)}`,
      `${first}, ${second}`,
    ];
    for (const key of wrong)
      expect(await keyClient(app, key).get('/workspace'), key).toMatchObject(notSignedIn);
    for (const authorization of [
      'Bearer',
      `Basic ${first}`,
      first,
      `bearer  ${first}`,
      `Bearer ${first} x`,
    ]) {
      expect((await apiClient(app, { authorization }).get('/workspace')).status).toBe(401);
    }
    expect((await keyClient(app, first).get('/workspace')).status).toBe(200);
  });

  test('in the database is of no use to who reads it', async () => {
    const { api } = await freshSession();
    const { body } = await api.post('/api-keys', { name: 'Dumped', permissions: ['workspace.read'] });
    const key = String(body.key);
    const rows = await app.database.asOwner<{ row: string; hash: Buffer }>(
      `select to_jsonb(k)::text as row, secret_hash as hash from api_keys k where key_id = $1`,
      [body.keyId],
    );
    expect(rows[0]!.row).not.toContain(key.slice(-32));
    for (const attempt of [rows[0]!.hash.toString('hex'), rows[0]!.hash.toString('base64url')]) {
      expect(
        (await keyClient(app, `${key.slice(0, -32)}${attempt.slice(0, 32)}`).get('/workspace')).status,
      ).toBe(401);
    }
  });
});

describe('a change that rides on a session', () => {
  const role = (name: string) => ({ name, permissions: ['workspace.read'] });

  test('comes from the web app itself, or does not happen', async () => {
    const { api } = await freshSession();
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${app.url}.evil.example` },
      { origin: app.url.replace('http:', 'https:') },
      { origin: '' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example', referer: `${app.url}/roles` },
    ];
    for (const [at, headers] of foreign.entries()) {
      const answer = await api.post('/roles', role(`Foreign ${at}`), headers);
      expect(answer, JSON.stringify(headers)).toMatchObject({
        status: 403,
        body: { code: 'origin_refused' },
      });
    }
    const kept = await app.database.asOwner(`select 1 from roles where name like 'Foreign%'`);
    expect(kept).toEqual([]);
  });

  test('without an origin is refused too, for people and at the sign-in addresses', async () => {
    const { api } = await freshSession();
    for (const path of ['/api/v1/roles', '/api/auth/sign-out', '/api/auth/sign-in/email']) {
      const response = await fetch(`${app.url}${path}`, {
        method: 'POST',
        headers: { ...api.headers, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(response.status, path).toBe(403);
    }
    expect((await api.get('/workspace')).status).toBe(200);
  });

  test('by an API key needs no origin, since no browser adds a key by itself', async () => {
    const { api } = await freshSession();
    const { body } = await api.post('/api-keys', {
      name: 'Shop',
      permissions: ['roles.manage', 'workspace.read'],
    });
    const response = await fetch(`${app.url}/api/v1/roles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(body.key)}`, 'content-type': 'application/json' },
      body: JSON.stringify(role('By key')),
    });
    expect(response.status).toBe(201);
  });
});
