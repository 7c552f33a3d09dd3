import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyClient, type Answer } from '../../../test/api-client.ts';
import { buildMember, buildWorkspace, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());

const role = (name: string) => ({ name, permissions: ['workspace.read'] });
const under = (key: string) => ({ 'idempotency-key': key });

async function rolesNamed(name: string): Promise<number> {
  const rows = await app.database.asOwner(`select 1 from roles where name = $1`, [name]);
  return rows.length;
}

test('a write repeated under its key happens once and is answered the same', async () => {
  const first = await owner.api.post('/roles', role('Weekend'), under('a1'));
  const second = await owner.api.post('/roles', role('Weekend'), under('a1'));
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
});

test('the order of the fields makes no other request of it', async () => {
  const first = await owner.api.post(
    '/roles',
    { name: 'Order', permissions: ['workspace.read'] },
    under('a2'),
  );
  const second = await owner.api.post(
    '/roles',
    { permissions: ['workspace.read'], name: 'Order' },
    under('a2'),
  );
  expect(second.body).toEqual(first.body);
});

test('a key cannot be used for another body or another procedure', async () => {
  await owner.api.post('/roles', role('Morning'), under('b1'));
  const otherBody = await owner.api.post('/roles', role('Evening'), under('b1'));
  expect(otherBody).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
  const view = { screen: 'members', name: 'x', state: {} };
  const otherProcedure = await owner.api.post('/saved-views', view, under('b1'));
  expect(otherProcedure).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
  expect(await rolesNamed('Evening')).toBe(0);
});

test('a key is its caller’s own: people and API keys do not share it', async () => {
  const colleague = await buildMember(app, owner.workspaceId, 'admin');
  const { body } = await owner.api.post('/api-keys', {
    name: 'Till',
    permissions: ['roles.manage', 'workspace.read'],
  });
  const till = keyClient(app, String(body.key));
  const answers = [
    await owner.api.post('/roles', role('Owner’s'), under('c1')),
    await colleague.api.post('/roles', role('Colleague’s'), under('c1')),
    await till.post('/roles', role('Till’s'), under('c1')),
  ];
  expect(answers.map(({ status, body: { name } }) => `${status} ${String(name)}`)).toEqual([
    '201 Owner’s',
    '201 Colleague’s',
    '201 Till’s',
  ]);
});

test('a refused write keeps nothing, so the key can be used for the corrected one', async () => {
  expect((await owner.api.post('/roles', role(''), under('d1'))).status).toBe(400);
  await owner.api.post('/roles', role('Taken'));
  expect((await owner.api.post('/roles', role('Taken'), under('d1'))).status).toBe(400);
  expect((await owner.api.post('/roles', role('Free'), under('d1'))).status).toBe(201);
});

test('of fifty at once one acts, and all are answered the same', async () => {
  const answers: Answer[] = await Promise.all(
    Array.from({ length: 50 }, () => owner.api.post('/roles', role('Raced'), under('e1'))),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.roleId)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
  expect(await rolesNamed('Raced')).toBe(1);
});

test('of fifty different requests at once under one key one acts, and the others are told so', async () => {
  const names = Array.from({ length: 50 }, (_, at) => `Different ${at}`);
  const answers = await Promise.all(names.map((name) => owner.api.post('/roles', role(name), under('f1'))));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(49);
});

test('what cannot be kept is not pretended to be: secrets, and what lies outside of a workspace', async () => {
  const key = await owner.api.post('/api-keys', { name: 'x', permissions: ['workspace.read'] }, under('g1'));
  expect(key).toMatchObject({ status: 400, body: { code: 'invalid_header' } });
  const account = await owner.api.with(under('g2')).patch('/account', { name: 'Meera' });
  expect(account).toMatchObject({ status: 400, body: { code: 'invalid_header' } });
});

test('a read needs no key and ignores one', async () => {
  const reader = owner.api.with(under('h1'));
  expect((await reader.get('/roles')).headers.get('idempotent-replayed')).toBeNull();
  expect((await reader.get('/members')).status).toBe(200);
});
