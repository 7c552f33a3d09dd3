import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiClient, type Answer } from '../../../test/api-client.ts';
import { buildMember, buildWorkspace, signIn, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
});
afterAll(() => app.stop());

const times = <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

const statusesOf = (answers: Answer[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b);

async function ownersOf(workspaceId: string): Promise<number> {
  const rows = await app.database.asOwner(
    `select 1 from members where workspace_id = $1 and role = 'owner'`,
    [workspaceId],
  );
  return rows.length;
}

async function twoOwners(): Promise<[Signed, Signed]> {
  const first = await buildWorkspace(app);
  return [first, await buildMember(app, first.workspaceId, 'owner')];
}

test('of two owners who leave at once one stays', async () => {
  await times(10, async () => {
    const [first, second] = await twoOwners();
    const answers = await Promise.all([
      first.api.post('/members/leave', {}),
      second.api.post('/members/leave', {}),
    ]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect(await ownersOf(first.workspaceId)).toBe(1);
  });
});

test('of two owners who remove or demote each other at once one stays', async () => {
  await times(10, async (at) => {
    const [first, second] = await twoOwners();
    const against = (by: Signed, whom: Signed) =>
      at % 2 === 0
        ? by.api.remove(`/members/${whom.userId}`)
        : by.api.patch(`/members/${whom.userId}`, { role: 'agent' });
    await Promise.all([against(first, second), against(second, first)]);
    expect(await ownersOf(first.workspaceId)).toBe(1);
  });
});

async function invitationTo(owner: Signed, email: string): Promise<string> {
  const { body } = await owner.api.post<{ link: string }>('/invitations', { email, role: 'agent' });
  return body.link.split('#')[1]!;
}

async function membersOf(workspaceId: string): Promise<number> {
  return (await app.database.asOwner(`select 1 from members where workspace_id = $1`, [workspaceId])).length;
}

test('of a hundred who use one invitation link at once one joins', async () => {
  const owner = await buildWorkspace(app);
  const token = await invitationTo(owner, 'new.colleague@example.in');
  const answers = await times(100, (at) =>
    apiClient(app).post('/joining', { token, name: `Racer ${at}`, password: 'six brass lamps at dusk' }),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(99);
  expect(await membersOf(owner.workspaceId)).toBe(2);
});

test('of fifty devices on which one person accepts an invitation at once one counts', async () => {
  const [owner, guest] = [await buildWorkspace(app), await buildWorkspace(app)];
  const token = await invitationTo(owner, guest.email);
  const answers = await times(50, () => guest.api.post('/account/accept-invitation', { token }));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(49);
  expect(await membersOf(owner.workspaceId)).toBe(2);
});

test('looking at an invitation does not use it up, and its token is good for its own address alone', async () => {
  const [owner, other] = [await buildWorkspace(app), await buildWorkspace(app)];
  const token = await invitationTo(owner, 'only.me@example.in');
  await times(20, () => apiClient(app).post('/joining/preview', { token }));
  const stolen = await other.api.post('/account/accept-invitation', { token });
  expect(stolen).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
  expect(await apiClient(app).post('/joining/preview', { token: changed })).toMatchObject({ status: 410 });
  expect((await apiClient(app).post('/joining/preview', { token })).status).toBe(200);
});

test('an invitation ends after a week, when it is renewed and when it is withdrawn', async () => {
  const owner = await buildWorkspace(app);
  const preview = (token: string) => apiClient(app).post('/joining/preview', { token });
  const token = await invitationTo(owner, 'late.guest@example.in');
  const [invitation] = (await owner.api.get<{ items: { invitationId: string }[] }>('/invitations')).body
    .items;
  const renewed = await owner.api.post<{ link: string }>(
    `/invitations/${invitation!.invitationId}/renew`,
    {},
  );
  const second = renewed.body.link.split('#')[1]!;
  expect((await preview(token)).status).toBe(410);
  expect((await preview(second)).status).toBe(200);

  const week = 7 * 86_400_000;
  app.clock.advance(week - 1_000);
  expect((await preview(second)).status).toBe(200);
  app.clock.advance(1_000);
  expect((await preview(second)).status).toBe(410);

  const { api } = await signIn(app, owner, owner.workspaceId);
  const third = await invitationTo({ ...owner, api }, 'withdrawn.guest@example.in');
  const { items } = (await api.get<{ items: { invitationId: string; email: string }[] }>('/invitations'))
    .body;
  const withdrawn = items.find(({ email }) => email.startsWith('withdrawn'))!;
  expect((await api.remove(`/invitations/${withdrawn.invitationId}`)).status).toBe(200);
  expect((await preview(third)).status).toBe(410);
});

test('of ten who invite the same person at once one invites', async () => {
  const owner = await buildWorkspace(app);
  const answers = await times(10, () =>
    owner.api.post('/invitations', { email: 'popular@example.in', role: 'agent' }),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
});

test('of ten who take one name for a role at once one has it', async () => {
  const owner = await buildWorkspace(app);
  const answers = await times(10, () =>
    owner.api.post('/roles', { name: 'Night', permissions: ['workspace.read'] }),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status, body }) => status === 400 && body.code === 'invalid_input')).toHaveLength(
    9,
  );
});

test('a role that is removed while it is given is either given or gone, never both', async () => {
  const owner = await buildWorkspace(app);
  await times(10, async (at) => {
    const agent = await buildMember(app, owner.workspaceId, 'agent');
    const { body } = await owner.api.post('/roles', { name: `Brief ${at}`, permissions: ['workspace.read'] });
    const answers = await Promise.all([
      owner.api.patch(`/members/${agent.userId}`, { role: 'custom', roleId: body.roleId }),
      owner.api.remove(`/roles/${String(body.roleId)}`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });
});
