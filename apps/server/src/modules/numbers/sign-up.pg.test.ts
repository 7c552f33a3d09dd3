import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../../../test/factories.ts';
import { configIds, openMetaStage, silks, silksNumber, type MetaStage } from '../../../test/meta/stage.ts';
import { graphForAccount } from './index.ts';

interface Walked {
  accountId: string | null;
  steps: { step: string; result: string; code: string | null }[];
}

let stage: MetaStage;
let owner: Signed;
beforeAll(async () => {
  stage = await openMetaStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => {
  owner = stage.owner;
});

/** What the dialog gives its opener when the owner has gone through it. */
const codeOf = (wabaId = silks.wabaId): string =>
  stage.emulator.inside.accounts.loginCodes.issue({
    appId: silks.metaAppId,
    businessId: '506914307656634',
    wabaIds: [wabaId],
    scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  });

const signUp = async (more: object = {}): Promise<Walked> =>
  (await owner.api.post<Walked>('/numbers/sign-up', { code: codeOf(), wabaId: silks.wabaId, ...more })).body;

describe('Embedded Signup', () => {
  test('tells the browser what it opens, and no secret', async () => {
    const { body } = await owner.api.get('/numbers/sign-up');
    expect(body).toEqual({
      signUp: {
        metaAppId: silks.metaAppId,
        ...configIds,
        version: 'v25.0',
        sdkUrl: `${stage.emulator.url}/en_US/sdk.js`,
      },
    });
    expect((await fetch((body.signUp as { sdkUrl: string }).sdkUrl)).status).toBe(200);
  });

  test('refuses a code that was made up, and one that came too late', async () => {
    const made = await signUp({ code: 'AQmadeup' });
    expect(made.accountId).toBeNull();
    expect(made.steps.find(({ result }) => result === 'failed')).toMatchObject({ code: 'code_refused' });
    const late = codeOf();
    await stage.inside.world.travel(31_000);
    expect((await signUp({ code: late })).steps[1]).toMatchObject({ code: 'code_refused' });
  });

  test('refuses a number that is not the account’s', async () => {
    const { accountId, steps } = await signUp({ phoneNumberId: '106540352242924' });
    expect(accountId).toBeNull();
    expect(steps.find(({ result }) => result === 'failed')).toMatchObject({ code: 'number_unknown' });
  });

  test('connects what the owner shared, with a token of the business', async () => {
    const code = codeOf();
    const { accountId, steps } = await signUp({ code, phoneNumberId: silksNumber });
    expect(steps.every(({ result }) => result === 'passed')).toBe(true);
    const { workspaceId } = owner;
    const scope = { workspaceId, actor: { kind: 'system', id: 'test' } } as const;
    const access = await stage.app.db.readWorkspace(scope, (tx) =>
      graphForAccount(tx, stage.app.numbers, { workspaceId, accountId: accountId! }),
    );
    expect(access.token).not.toBe(silks.token);
    const { body } = await owner.api.get<{ accounts: object[] }>('/numbers');
    expect(body.accounts[0]).toMatchObject({ connectedBy: 'sign-up', tokenKind: 'SYSTEM_USER' });
    expect((await signUp({ code })).steps[1]).toMatchObject({ code: 'code_refused' });
  });
});

describe('a number', () => {
  const numberId = async (): Promise<string> => {
    const { body } = await owner.api.get<{ numbers: { numberId: string; phoneNumberId: string }[] }>(
      '/numbers',
    );
    return body.numbers.find(({ phoneNumberId }) => phoneNumberId === silksNumber)!.numberId;
  };

  test('is proven by a code and registered with its PIN', async () => {
    const { numbers } = stage.inside.directory;
    numbers.change(silksNumber, { codeStatus: 'NOT_VERIFIED', registered: false, pin: '654321' });
    const id = await numberId();
    const asked = await owner.api.post(`/numbers/${id}/request-code`, { method: 'SMS', language: 'hi' });
    expect(asked.status).toBe(200);
    const wrong = await owner.api.post(`/numbers/${id}/verify-code`, { code: '000-000' });
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ field: 'code', code: 'code_wrong' }] } });
    const right = await owner.api.post(`/numbers/${id}/verify-code`, { code: '123-456' });
    expect(right.body).toMatchObject({
      codeVerification: 'VERIFIED',
      registered: false,
      messagesPerSecond: 0,
    });
    const guess = await owner.api.post(`/numbers/${id}/register`, { pin: '111111' });
    expect(guess).toMatchObject({ status: 400, body: { fields: [{ field: 'pin', code: 'pin_wrong' }] } });
    const done = await owner.api.post(`/numbers/${id}/register`, { pin: '654321', storageCountry: 'IN' });
    expect(done.body).toMatchObject({ registered: true, status: 'CONNECTED', pinEnabled: true });
    expect(numbers.get(silksNumber)).toMatchObject({ storageRegion: 'IN' });
  });

  test('that may not have a code says what Meta says', async () => {
    const { status, body } = await owner.api.post(`/numbers/${await numberId()}/request-code`, {
      method: 'VOICE',
    });
    expect(status).toBe(409);
    expect(body.detail).toMatch(/\(Meta’s code \d+\)$/);
  });

  test('is seen by an agent, who learns no callback and changes nothing', async () => {
    const agent = await buildMember(stage.app, owner.workspaceId, 'agent');
    const { body } = await agent.api.get<{ apps: { callbackUrl: string | null }[]; numbers: object[] }>(
      '/numbers',
    );
    expect(body.apps.map(({ callbackUrl }) => callbackUrl)).toEqual([null]);
    expect(body.numbers).toHaveLength(2);
    expect((await agent.api.post(`/numbers/${await numberId()}/refresh`)).body.code).toBe('forbidden');
  });
});

test('a door is opened to Meta’s question only with its own word', async () => {
  const other = await buildWorkspace(stage.app);
  expect(other.workspaceId).not.toBe(owner.workspaceId);
  const { callbackUrl, verifyToken } = stage.inside.directory.apps.get(silks.metaAppId)!;
  const { pathname } = new URL(callbackUrl!);
  const ask = async (path: string, token: string, mode = 'subscribe') => {
    const query = new URLSearchParams({ 'hub.mode': mode, 'hub.challenge': '42', 'hub.verify_token': token });
    const answer = await fetch(`${stage.app.url}${path}?${query.toString()}`);
    return [answer.status, await answer.text()];
  };
  expect(await ask(pathname, verifyToken!)).toEqual([200, '42']);
  expect(await ask(pathname, 'guess')).toEqual([403, '']);
  expect(await ask(pathname, verifyToken!, 'unsubscribe')).toEqual([403, '']);
  expect(await ask(`${pathname.slice(0, -4)}AAAA`, verifyToken!)).toEqual([403, '']);
});
