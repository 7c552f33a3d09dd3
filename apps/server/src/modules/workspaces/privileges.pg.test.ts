import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInRoles, type Permission } from '@trikon/contract';
import { keyClient, type ApiClient } from '../../../test/api-client.ts';
import { buildMember, buildWorkspace, signIn, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());

let made = 0;

/** A member with a custom role of exactly these permissions. */
async function memberWith(...permissions: Permission[]): Promise<Signed & { roleId: string }> {
  made += 1;
  const { body } = await owner.api.post('/roles', { name: `Role ${made}`, permissions });
  const roleId = String(body.roleId);
  const member = await buildMember(app, owner.workspaceId, 'agent', 'Kavya Iyer');
  await owner.api.patch(`/members/${member.userId}`, { role: 'custom', roleId });
  return { ...member, roleId };
}

async function keyWith(...permissions: Permission[]): Promise<ApiClient> {
  const { body } = await owner.api.post('/api-keys', { name: 'Till', permissions });
  return keyClient(app, String(body.key));
}

const forbidden = { status: 403, body: { code: 'forbidden' } };
const everything: Permission[] = [
  'workspace.read',
  'workspace.update',
  'members.read',
  'members.manage',
  'roles.manage',
];

const agentsMay = builtInRoles.agent;

describe('nobody gives more than they hold', () => {
  test('an admin makes admins, and no owners', async () => {
    const admin = await buildMember(app, owner.workspaceId, 'admin');
    const other = await buildMember(app, owner.workspaceId, 'agent');
    expect(await admin.api.patch(`/members/${other.userId}`, { role: 'owner' })).toMatchObject(forbidden);
    expect(await admin.api.patch(`/members/${admin.userId}`, { role: 'owner' })).toMatchObject(forbidden);
    const invitation = { email: 'owner.to.be@example.in', role: 'owner' };
    expect(await admin.api.post('/invitations', invitation)).toMatchObject(forbidden);
    expect((await admin.api.patch(`/members/${other.userId}`, { role: 'admin' })).status).toBe(200);
    expect(await admin.api.patch(`/members/${owner.userId}`, { role: 'agent' })).toMatchObject(forbidden);
    expect(await admin.api.remove(`/members/${owner.userId}`)).toMatchObject(forbidden);
  });

  test('a person who manages roles puts into them only what they hold', async () => {
    const lead = await memberWith('workspace.read', 'members.read', 'roles.manage');
    const more = { name: 'More', permissions: ['workspace.read', 'api-keys.manage'] };
    expect(await lead.api.post('/roles', more)).toMatchObject(forbidden);
    const fits = await lead.api.post('/roles', { name: 'Fits', permissions: ['workspace.read'] });
    expect(fits.status).toBe(201);
    const wider = { permissions: ['workspace.read', 'sign-ins.read'] };
    expect(await lead.api.patch(`/roles/${String(fits.body.roleId)}`, wider)).toMatchObject(forbidden);
    // Their own role too, and a role that holds more already, even to narrow it.
    expect(await lead.api.patch(`/roles/${lead.roleId}`, wider)).toMatchObject(forbidden);
    const { body } = await owner.api.post('/roles', { name: 'Wide', permissions: everything });
    const narrower = { permissions: ['workspace.read'] };
    expect(await lead.api.patch(`/roles/${String(body.roleId)}`, narrower)).toMatchObject(forbidden);
  });

  test('a person who manages members gives only roles within their own', async () => {
    const lead = await memberWith(...agentsMay, 'members.manage');
    const other = await buildMember(app, owner.workspaceId, 'agent');
    expect(await lead.api.patch(`/members/${other.userId}`, { role: 'developer' })).toMatchObject(forbidden);
    expect(await lead.api.patch(`/members/${lead.userId}`, { role: 'admin' })).toMatchObject(forbidden);
    const { body } = await owner.api.post('/roles', { name: 'Wider', permissions: everything });
    const choice = { role: 'custom', roleId: body.roleId };
    expect(await lead.api.patch(`/members/${other.userId}`, choice)).toMatchObject(forbidden);
    expect(await lead.api.post('/invitations', { email: 'a@example.in', ...choice })).toMatchObject(
      forbidden,
    );
    expect(await lead.api.post('/invitations', { email: 'a@example.in', role: 'admin' })).toMatchObject(
      forbidden,
    );
    expect((await lead.api.patch(`/members/${other.userId}`, { role: 'agent' })).status).toBe(200);
  });

  test('an invitation that grants more is not renewed by who could not have made it', async () => {
    const lead = await memberWith(...agentsMay, 'members.manage');
    const { body } = await owner.api.post('/invitations', { email: 'admin.to.be@example.in', role: 'admin' });
    expect(await lead.api.post(`/invitations/${String(body.invitationId)}/renew`, {})).toMatchObject(
      forbidden,
    );
  });

  test('who holds more is not demoted or removed from below', async () => {
    const lead = await memberWith(...agentsMay, 'members.manage');
    const admin = await buildMember(app, owner.workspaceId, 'admin');
    expect(await lead.api.patch(`/members/${admin.userId}`, { role: 'agent' })).toMatchObject(forbidden);
    expect(await lead.api.remove(`/members/${admin.userId}`)).toMatchObject(forbidden);
    expect(await lead.api.remove(`/members/${owner.userId}`)).toMatchObject(forbidden);
    const agent = await buildMember(app, owner.workspaceId, 'agent');
    expect((await lead.api.remove(`/members/${agent.userId}`)).status).toBe(200);
  });

  test('a key holds only what its maker holds, and shares only what they may share', async () => {
    const developer = await buildMember(app, owner.workspaceId, 'developer');
    const wide = { name: 'Wide', permissions: ['workspace.read', 'members.manage'] };
    expect(await developer.api.post('/api-keys', wide)).toMatchObject(forbidden);
    const agent = await buildMember(app, owner.workspaceId, 'agent');
    const shared = { screen: 'members', name: 'Mine', shared: true, state: {} };
    expect(await agent.api.post('/saved-views', shared)).toMatchObject(forbidden);
    expect((await agent.api.post('/saved-views', { ...shared, shared: false })).status).toBe(200);
  });
});

describe('a key is no person', () => {
  test('it makes no keys, leaves nothing, owns no views and has no account', async () => {
    const all = await keyWith(...everything, 'api-keys.manage', 'views.share', 'events.read');
    const key = { name: 'Another', permissions: ['workspace.read'] };
    expect(await all.post('/api-keys', key)).toMatchObject(forbidden);
    expect(await all.post('/members/leave', {})).toMatchObject(forbidden);
    expect(await all.post('/saved-views', { screen: 'members', name: 'x', state: {} })).toMatchObject(
      forbidden,
    );
    expect(await all.get('/account')).toMatchObject(forbidden);
    expect(await all.post('/account/sessions/end-others', {})).toMatchObject(forbidden);
  });

  test('it makes nobody an owner, whatever it holds', async () => {
    const { body } = await owner.api.post('/api-keys', { name: 'All', permissions: [...everything] });
    const all = keyClient(app, String(body.key));
    const agent = await buildMember(app, owner.workspaceId, 'agent');
    expect(await all.patch(`/members/${agent.userId}`, { role: 'owner' })).toMatchObject(forbidden);
    expect(await all.remove(`/members/${owner.userId}`)).toMatchObject(forbidden);
  });
});

describe('a right that is taken away is gone within five seconds', () => {
  test('a removed member can do nothing more, on any device', async () => {
    const member = await buildMember(app, owner.workspaceId, 'admin');
    const phone = await signIn(app, member, owner.workspaceId);
    expect((await member.api.get('/members')).status).toBe(200);
    expect((await phone.api.get('/members')).status).toBe(200);
    await owner.api.remove(`/members/${member.userId}`);
    app.clock.advance(5_000);
    expect(await member.api.get('/members')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await phone.api.post('/roles', { name: 'Late', permissions: ['workspace.read'] })).toMatchObject({
      status: 404,
    });
  });

  test('a demoted member, a narrowed role, an ended session, a revoked key', async () => {
    const demoted = await buildMember(app, owner.workspaceId, 'admin');
    const narrowed = await memberWith('workspace.read', 'members.read');
    const ended = await buildMember(app, owner.workspaceId, 'agent');
    const { body } = await owner.api.post('/api-keys', { name: 'Till', permissions: ['workspace.read'] });
    const till = keyClient(app, String(body.key));
    for (const api of [demoted.api, narrowed.api, ended.api])
      expect((await api.get('/members')).status).toBe(200);
    expect((await till.get('/workspace')).status).toBe(200);

    await owner.api.patch(`/members/${demoted.userId}`, { role: 'agent' });
    await owner.api.patch(`/roles/${narrowed.roleId}`, { permissions: ['workspace.read'] });
    const elsewhere = await signIn(app, ended, owner.workspaceId);
    await elsewhere.api.remove(`/account/sessions/${ended.sessionId}`);
    await owner.api.remove(`/api-keys/${String(body.keyId)}`);
    app.clock.advance(5_000);

    expect((await demoted.api.post('/roles', { name: 'x', permissions: ['workspace.read'] })).status).toBe(
      403,
    );
    expect((await narrowed.api.get('/members')).status).toBe(403);
    expect((await ended.api.get('/members')).status).toBe(401);
    expect((await till.get('/workspace')).status).toBe(401);
  });
});
