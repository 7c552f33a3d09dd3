import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMetaStage, silks, silksNumber, type MetaStage } from '../../../test/meta/stage.ts';
import { findDoor, graphForNumber, noteDeliveries, routeOf, routeOfAccount, routesOf } from './index.ts';

interface Listed {
  apps: { appId: string; callbackUrl: string; secretChangeSince: string | null }[];
  accounts: { accountId: string; name: string; disconnectedAt: string | null }[];
  numbers: { numberId: string; phone: string; phoneNumberId: string; disconnectedAt: string | null }[];
}

interface Walked {
  accountId: string | null;
  steps: { step: string; result: string; code: string | null; sentence: string }[];
}

let stage: MetaStage;
beforeAll(async () => {
  stage = await openMetaStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const resultsOf = (body: Walked): string[] => body.steps.map(({ step, result }) => `${step}: ${result}`);

async function told(): Promise<string[]> {
  const { body } = await stage.owner.api.get<{ items: { type: string; data: object }[] }>(
    '/events?limit=200',
  );
  return body.items.map(({ type }) => type);
}

test('from nothing to two numbers: connect by hand, look, refresh, change the secret, disconnect', async () => {
  const { app, owner, inside } = stage;
  const { api, workspaceId } = owner;
  const connected = await api.post<Walked>('/numbers/connections', silks);
  expect(connected.status).toBe(200);
  expect(resultsOf(connected.body)).toEqual([
    'app: passed',
    'token: passed',
    'scopes: passed',
    'account: passed',
    'numbers: passed',
    'callback: passed',
    'subscription: passed',
  ]);
  const accountId = connected.body.accountId!;

  const { body: listed } = await api.get<Listed>('/numbers');
  expect(listed.accounts).toMatchObject([{ accountId, name: 'Surat Silks', disconnectedAt: null }]);
  expect(listed.numbers.map(({ phone }) => phone).sort()).toEqual(['+912614001234', '+912614005678']);
  expect(listed.numbers[0]).toMatchObject({
    quality: 'GREEN',
    status: 'CONNECTED',
    registered: true,
    messagesPerSecond: 80,
  });
  expect((await told()).slice(-3)).toEqual(['account.connected', 'number.connected', 'number.connected']);

  // Meta delivers to the door, and what arrives finds its workspace.
  const subscribed = inside.directory.apps.get(silks.metaAppId)!;
  expect(subscribed.callbackUrl).toBe(listed.apps[0]!.callbackUrl);
  const door = subscribed.callbackUrl!.split('/').at(-1)!;
  expect(await findDoor(app.numbers, door)).toMatchObject({
    workspaceId,
    metaAppId: silks.metaAppId,
    secrets: [silks.appSecret],
    verifyToken: subscribed.verifyToken,
  });
  const silk = listed.numbers.find(({ phoneNumberId }) => phoneNumberId === silksNumber)!;
  const portfolioId = inside.directory.wabas.get(silks.wabaId)!.businessId;
  const route = { workspaceId, accountId, wabaId: silks.wabaId, metaAppId: silks.metaAppId, portfolioId };
  expect(await routeOf(app.db, silksNumber)).toEqual({ ...route, numberId: silk.numberId });
  expect(await routeOfAccount(app.db, silks.wabaId)).toEqual(route);
  const asked = { phoneNumberIds: [silksNumber, '1'], wabaIds: [silks.wabaId, '2'] };
  expect(await app.db.acrossWorkspaces('processing', (tx) => routesOf(tx, asked))).toEqual({
    numbers: new Map([[silksNumber, { ...route, numberId: silk.numberId }]]),
    accounts: new Map([[silks.wabaId, route]]),
  });
  const scope = { workspaceId, actor: { kind: 'system', id: 'test' } } as const;
  const access = await app.db.readWorkspace(scope, (tx) =>
    graphForNumber(tx, app.numbers, { workspaceId, numberId: silk.numberId }),
  );
  expect(access).toMatchObject({
    token: silks.token,
    appSecret: silks.appSecret,
    phoneNumberId: silksNumber,
  });

  // A change at Meta is seen when the number is read again, and told once.
  inside.directory.numbers.change(silksNumber, { quality: 'YELLOW' });
  const refreshed = await api.post(`/numbers/${silk.numberId}/refresh`);
  expect(refreshed.body).toMatchObject({ quality: 'YELLOW' });
  await api.post(`/numbers/${silk.numberId}/refresh`);
  const { body: recent } = await api.get<{ items: { type: string; data: object }[] }>('/events/recent');
  expect(recent.items[0]).toMatchObject({
    type: 'number.changed',
    data: { changes: [{ field: 'quality', before: 'GREEN', after: 'YELLOW' }] },
  });
  expect((await told()).filter((type) => type === 'number.changed')).toHaveLength(1);

  // Nothing came through the door yet; a minute after something did, all is well.
  const first = await api.post<Walked>(`/numbers/accounts/${accountId}/check`);
  expect(resultsOf(first.body).at(-1)).toBe('webhook: warning');
  await app.db.acrossWorkspaces('numbers', (tx) => noteDeliveries(tx, [door]));
  const second = await api.post<Walked>(`/numbers/accounts/${accountId}/check`);
  expect(new Set(second.body.steps.map(({ result }) => result))).toEqual(new Set(['passed']));

  // The secret is changed at Meta, then here; both are accepted in between.
  const newSecret = 'a'.repeat(32);
  const { appId } = listed.apps[0]!;
  const wrong = await api.post(`/numbers/apps/${appId}/next-secret`, { appSecret: newSecret });
  expect(wrong).toMatchObject({
    status: 400,
    body: { fields: [{ field: 'appSecret', code: 'app_secret_wrong' }] },
  });
  inside.directory.apps.change(silks.metaAppId, { secret: newSecret });
  const begun = await api.post(`/numbers/apps/${appId}/next-secret`, { appSecret: newSecret });
  expect(begun.body.secretChangeSince).not.toBeNull();
  expect((await findDoor(app.numbers, door))!.secrets).toEqual([silks.appSecret, newSecret]);
  expect((await api.post(`/numbers/${silk.numberId}/refresh`)).status).toBe(200);
  const finished = await api.post(`/numbers/apps/${appId}/next-secret/finish`);
  expect(finished.body.secretChangeSince).toBeNull();
  expect((await findDoor(app.numbers, door))!.secrets).toEqual([newSecret]);
  expect((await api.post(`/numbers/apps/${appId}/next-secret/finish`)).body.code).toBe('conflict');

  const gone = await api.remove(`/numbers/accounts/${accountId}`);
  expect(gone.body).toEqual({ unsubscribed: true });
  expect(inside.directory.wabas.get(silks.wabaId)!.subscriptions).toEqual([]);
  const { body: after } = await api.get<Listed>('/numbers');
  expect([...after.accounts, ...after.numbers].every(({ disconnectedAt }) => disconnectedAt !== null)).toBe(
    true,
  );
  expect(await routeOf(app.db, silksNumber)).toBeNull();
  const rows = await app.database.asOwner<{ token: unknown }>(
    'select token from whatsapp_accounts where token is not null',
  );
  expect(rows).toEqual([]);
  await expect
    .poll(async () => (await told()).slice(-5))
    .toEqual([
      'app.secret_changed',
      'app.secret_changed',
      'number.disconnected',
      'number.disconnected',
      'account.disconnected',
    ]);
  expect((await api.remove(`/numbers/accounts/${accountId}`)).status).toBe(404);

  // It may come back, and is the same one.
  const again = await api.post<Walked>('/numbers/connections', { ...silks, appSecret: newSecret });
  expect(again.body.accountId).toBe(accountId);
  expect((await api.get<Listed>('/numbers')).body.numbers.map(({ numberId }) => numberId)).toContain(
    silk.numberId,
  );
});
