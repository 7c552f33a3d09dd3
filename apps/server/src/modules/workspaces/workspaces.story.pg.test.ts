import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiClient, keyClient } from '../../../test/api-client.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const password = 'six brass lamps at dusk';

test('from an empty installation to a team: set-up, sign-in, invitation, role, key, removal', async () => {
  const stranger = apiClient(app);
  expect((await stranger.get('/set-up')).body).toEqual({ needed: true });

  const first = {
    organisation: 'Patel Group',
    workspace: 'Surat Silks',
    name: 'Meera Patel',
    email: 'Meera@Surat-Silks.example',
    password,
  };
  const wrong = await stranger.post('/set-up', { ...first, code: 'guess' });
  expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_input', fields: [{ field: 'code' }] } });
  const done = await stranger.post<{ workspaceId: string }>('/set-up', { ...first, code: app.setUpCode });
  expect(done.status).toBe(201);
  expect((await stranger.post('/set-up', { ...first, code: app.setUpCode })).body).toMatchObject({
    code: 'gone',
  });

  const refused = await stranger.post('/api/auth/sign-in/email', {
    email: first.email,
    password: 'not this one, no',
  });
  expect(refused).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  const signedIn = await stranger.post('/api/auth/sign-in/email', { email: first.email, password });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const workspace = { 'trikon-workspace': done.body.workspaceId };
  const meera = apiClient(app, { cookie, ...workspace });

  const account = await meera.get('/account');
  expect(account.body).toMatchObject({
    email: 'meera@surat-silks.example',
    workspaces: [{ name: 'Surat Silks', role: 'owner' }],
  });

  const invitation = await meera.post<{ link: string }>('/invitations', {
    email: 'arjun@surat-silks.example',
    role: 'agent',
  });
  expect(invitation.status).toBe(201);
  const token = invitation.body.link.split('#')[1]!;
  expect((await stranger.post('/joining/preview', { token })).body).toMatchObject({
    workspaceName: 'Surat Silks',
    hasAccount: false,
  });
  expect((await stranger.post('/joining', { token, name: 'Arjun Rao', password })).status).toBe(200);
  expect((await stranger.post('/joining', { token, name: 'Arjun Rao', password })).body).toMatchObject({
    code: 'gone',
  });

  const members = await meera.get<{ items: { userId: string; name: string; role: string }[] }>('/members');
  expect(members.body.items.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'Arjun Rao: agent',
    'Meera Patel: owner',
  ]);
  const arjun = members.body.items[0]!;
  expect((await meera.patch(`/members/${arjun.userId}`, { role: 'developer' })).body).toMatchObject({
    role: 'developer',
  });

  const created = await meera.post<{ key: string; keyId: string }>('/api-keys', {
    name: 'Till',
    permissions: ['members.read'],
  });
  const till = keyClient(app, created.body.key);
  expect((await till.get('/members')).status).toBe(200);
  expect((await till.post('/invitations', { email: 'x@example.in', role: 'agent' })).body).toMatchObject({
    code: 'forbidden',
  });
  expect((await meera.remove(`/api-keys/${created.body.keyId}`)).status).toBe(200);
  app.identities.forget();
  expect((await till.get('/members')).status).toBe(401);

  expect((await meera.remove(`/members/${arjun.userId}`)).status).toBe(200);
  const owner = members.body.items[1]!;
  expect((await meera.remove(`/members/${owner.userId}`)).body).toMatchObject({ code: 'last_owner' });
});
