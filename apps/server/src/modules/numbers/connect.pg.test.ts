import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from '../../../test/factories.ts';
import { clinic, openMetaStage, silks, silksNumber, type MetaStage } from '../../../test/meta/stage.ts';
import { storedRows } from '../../../test/stored-rows.ts';

interface Walked {
  accountId: string | null;
  steps: {
    step: string;
    result: string;
    code: string | null;
    sentence: string;
    meta: { code: number } | null;
  }[];
}

let stage: MetaStage;
let owner: Signed;
beforeAll(async () => {
  stage = await openMetaStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await buildWorkspace(stage.app);
});
afterEach(async () => {
  for (const order of stage.inside.faults.rules.values()) stage.inside.faults.rules.delete(order.id);
  stage.reachable.value = true;
  stage.inside.directory.apps.change(silks.metaAppId, { callbackUrl: undefined });
  const { body } = await owner.api.get<{ accounts: { accountId: string; disconnectedAt: string | null }[] }>(
    '/numbers',
  );
  for (const { accountId, disconnectedAt } of body.accounts)
    if (disconnectedAt === null) await owner.api.remove(`/numbers/accounts/${accountId}`);
});

const connect = async (more: Partial<typeof silks> = {}): Promise<Walked> => {
  const { status, body } = await owner.api.post<Walked>('/numbers/connections', { ...silks, ...more });
  expect(status).toBe(200);
  return body;
};

/** Nothing was stored, and the step says why in a sentence of its own. */
async function expectFailure(body: Walked, step: string, code: string): Promise<void> {
  expect(body.accountId).toBeNull();
  const failed = body.steps.filter(({ result }) => result === 'failed');
  expect(failed).toMatchObject([{ step, code, sentence: expect.stringMatching(/^[A-Z].{20,}\.$/) }]);
  const after = body.steps.slice(body.steps.indexOf(failed[0]!) + 1);
  expect(after.every(({ result }) => result === 'skipped')).toBe(true);
  const rows = await storedRows(stage.app.database, [owner.workspaceId]);
  const ours = Object.keys(rows).filter((table) => /whatsapp|numbers|routes|doors/.test(table));
  expect(ours).toEqual([]);
  expect(JSON.stringify(body)).not.toContain(silks.appSecret);
  expect(JSON.stringify(body)).not.toContain(silks.token);
}

const addToken = (value: string, more: object): void =>
  void stage.inside.directory.tokens.put({
    id: value,
    value,
    name: value,
    kind: 'system_user',
    appId: silks.metaAppId,
    scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    businessIds: ['506914307656634'],
    wabaIds: [],
    ...more,
  });

describe('connecting by hand says of', () => {
  test('a wrong app secret that it is wrong', async () => {
    await expectFailure(await connect({ appSecret: '0'.repeat(32) }), 'app', 'app_secret_wrong');
  });

  test('an app that does not exist the same', async () => {
    await expectFailure(await connect({ metaAppId: '111111111111111' }), 'app', 'app_secret_wrong');
  });

  test('a wrong token that Meta does not accept it', async () => {
    await expectFailure(await connect({ token: 'EAAnobodys' }), 'token', 'token_invalid');
  });

  test('a token that has expired that it has', async () => {
    addToken('EAAexpired-one', { expiresAt: stage.app.clock.now().getTime() - 1_000 });
    await expectFailure(await connect({ token: 'EAAexpired-one' }), 'token', 'token_expired');
  });

  test('a token of another app that it is another’s', async () => {
    const { apps } = stage.inside.directory;
    apps.put({ ...apps.get(silks.metaAppId)!, id: '634974688087099', secret: 'd'.repeat(32) });
    addToken('EAAanothers', { appId: '634974688087099' });
    await expectFailure(await connect({ token: 'EAAanothers' }), 'token', 'token_of_another_app');
  });

  test('a token without a permission which one it lacks', async () => {
    addToken('EAAnarrow-one', { scopes: ['whatsapp_business_management'] });
    const body = await connect({ token: 'EAAnarrow-one' });
    await expectFailure(body, 'scopes', 'scope_missing');
    expect(body.steps[2]!.sentence).toContain('whatsapp_business_messaging');
  });

  test('an account of another business that the token cannot see it', async () => {
    const body = await connect({ wabaId: clinic.wabaId });
    await expectFailure(body, 'account', 'account_unreadable');
    expect(body.steps[3]!.meta).toMatchObject({ code: 200 });
  });

  test('a number in the place of an account the same', async () => {
    await expectFailure(await connect({ wabaId: silksNumber }), 'account', 'account_unreadable');
  });

  test('a webhook address that Meta cannot reach what it has to be', async () => {
    stage.reachable.value = false;
    await expectFailure(await connect(), 'callback', 'callback_not_verified');
    expect(stage.inside.directory.apps.get(silks.metaAppId)!.callbackUrl).toBeUndefined();
    expect(stage.inside.directory.wabas.get(silks.wabaId)!.subscriptions).toEqual([]);
  });

  test('a Meta that breaks off that it cannot be reached', async () => {
    stage.order('GET waba/phone_numbers', { type: 'reset-before' });
    await expectFailure(await connect(), 'numbers', 'meta_unreachable');
  });

  test('a Meta that answers with a page the same', async () => {
    stage.order('GET waba', { type: 'html', status: 502 });
    await expectFailure(await connect(), 'account', 'meta_unreachable');
  });

  test('a Meta that is too busy that it is', async () => {
    stage.order('GET waba', { type: 'error', code: 4 });
    await expectFailure(await connect(), 'account', 'meta_busy');
  });

  test('a Meta that does not answer that it is slow', { timeout: 20_000 }, async () => {
    stage.order('GET root/debug_token', { type: 'hang' });
    await expectFailure(await connect(), 'token', 'meta_slow');
  });

  test('a subscription that Meta refuses what to do, and takes the callback back', async () => {
    stage.order('POST waba/subscribed_apps', { type: 'error', code: 200 });
    await expectFailure(await connect(), 'subscription', 'not_subscribed');
    expect(stage.inside.directory.apps.get(silks.metaAppId)!.callbackUrl).toBeUndefined();
  });

  test('what is no id, secret or token which field is wrong', async () => {
    const wrong = { metaAppId: 'x', appSecret: 'short', token: 'a b', wabaId: '12345 or 1=1' };
    const { status, body } = await owner.api.post('/numbers/connections', wrong);
    expect(status).toBe(400);
    const fields = [...new Set((body.fields as { field: string }[]).map(({ field }) => field))].sort();
    expect(fields).toEqual(['appSecret', 'metaAppId', 'token', 'wabaId']);
  });
});

describe('one number, one workspace', () => {
  test('a second workspace is refused without a word on whose it is', async () => {
    expect((await connect()).accountId).not.toBeNull();
    const other = await buildWorkspace(stage.app, 'Rival Sarees');
    const { body } = await other.api.post<Walked>('/numbers/connections', silks);
    expect(body.accountId).toBeNull();
    const failed = body.steps.find(({ result }) => result === 'failed')!;
    expect(failed).toMatchObject({ step: 'account', code: 'account_taken' });
    expect(JSON.stringify(body)).not.toContain(owner.workspaceId);
    expect((await other.api.get<{ apps: unknown[] }>('/numbers')).body.apps).toEqual([]);
  });

  test('of two that connect at once one gets it, and the other leaves nothing behind', async () => {
    const other = await buildWorkspace(stage.app, 'Rival Sarees');
    const both = await Promise.all(
      [owner, other].map(({ api }) => api.post<Walked>('/numbers/connections', silks)),
    );
    const ids = both.map(({ body }) => body.accountId);
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    const loser = both.find(({ body }) => body.accountId === null)!;
    // The account is looked for first; the number, if the other one got both in between.
    const failed = loser.body.steps.find(({ result }) => result === 'failed');
    expect(['account_taken', 'number_taken']).toContain(failed?.code);
    const callback = stage.inside.directory.apps.get(silks.metaAppId)!.callbackUrl;
    expect(callback).toBeDefined();
    const winner = ids[0] === null ? other : owner;
    const { body } = await winner.api.get<{ apps: { callbackUrl: string }[] }>('/numbers');
    expect(callback).toBe(body.apps[0]!.callbackUrl);
    if (winner === other) await other.api.remove(`/numbers/accounts/${ids[1]}`);
  });

  test('a number that another workspace holds in another account is refused by its name', async () => {
    expect((await connect()).accountId).not.toBeNull();
    const { numbers } = stage.inside.directory;
    numbers.change(silksNumber, { wabaId: clinic.wabaId });
    const other = await buildWorkspace(stage.app, 'Sahyadri');
    const { body } = await other.api.post<Walked>('/numbers/connections', clinic);
    numbers.change(silksNumber, { wabaId: silks.wabaId });
    expect(body.steps.find(({ result }) => result === 'failed')).toMatchObject({
      step: 'numbers',
      code: 'number_taken',
      sentence: expect.stringContaining('+912614001234'),
    });
  });

  test('two workspaces share an app and its one callback, also when one of them leaves', async () => {
    const first = await connect();
    const callback = stage.inside.directory.apps.get(silks.metaAppId)!.callbackUrl;
    const other = await buildWorkspace(stage.app, 'Sahyadri');
    const second = await other.api.post<Walked>('/numbers/connections', clinic);
    expect(second.body.accountId).not.toBeNull();
    expect(stage.inside.directory.apps.get(silks.metaAppId)!.callbackUrl).toBe(callback);
    await owner.api.remove(`/numbers/accounts/${first.accountId}`);
    const checked = await other.api.post<Walked>(`/numbers/accounts/${second.body.accountId}/check`);
    expect(checked.body.steps.find(({ step }) => step === 'callback')).toMatchObject({ result: 'passed' });
    await other.api.remove(`/numbers/accounts/${second.body.accountId}`);
  });
});

test('connecting again repairs and changes nothing else', async () => {
  const { accountId } = await connect();
  stage.inside.directory.apps.change(silks.metaAppId, { callbackUrl: 'https://old.example.in/hook' });
  stage.inside.directory.wabas.change(silks.wabaId, { subscriptions: [] });
  const checked = await owner.api.post<Walked>(`/numbers/accounts/${accountId}/check`);
  const problems = checked.body.steps.flatMap(({ code }) => code ?? []);
  expect(problems).toEqual(['callback_elsewhere', 'not_subscribed']);
  const again = await connect();
  expect(again.accountId).toBe(accountId);
  expect(again.steps.find(({ code }) => code !== null)).toMatchObject({
    code: 'callback_elsewhere',
    result: 'warning',
  });
  const { body } = await owner.api.get<{ items: { type: string }[] }>('/events');
  expect(body.items.filter(({ type }) => type.endsWith('.connected'))).toHaveLength(3);
});

test('a disconnection that Meta does not hear of forgets the token all the same', async () => {
  const { accountId } = await connect();
  stage.order('DELETE waba/subscribed_apps', { type: 'error', code: 190 });
  const { body } = await owner.api.remove(`/numbers/accounts/${accountId}`);
  expect(body).toEqual({ unsubscribed: false });
  const rows = await stage.app.database.asOwner('select from whatsapp_accounts where token is not null');
  expect(rows).toEqual([]);
});
