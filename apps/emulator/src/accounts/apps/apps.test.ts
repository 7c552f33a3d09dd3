import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import { day } from '../times.ts';

let office: Office;
let accounts: Accounts;
beforeEach(() => {
  office = openOffice((emulator) => (accounts = createAccounts(emulator)));
});
afterEach(() => office.close());

const appToken = `${sample.appId}|${sample.appSecret}`;
const edge = `/${sample.appId}/subscriptions`;

test('an app sets its callback with its own token, after the handshake', async () => {
  const body = {
    object: 'whatsapp_business_account',
    callback_url: 'https://new.example.in/webhook',
    verify_token: 'the right one',
    fields: 'messages,account_update',
  };
  const wrong = { ...body, verify_token: 'the wrong one' };
  expect((await office.ask('POST', edge, { token: appToken, body: wrong })).body.code).toBe(2200);
  expect((await office.ask('POST', edge, { token: appToken, body })).body).toEqual({ success: true });
  expect((await office.ask('GET', edge, { token: appToken })).body.data).toEqual([
    {
      object: 'whatsapp_business_account',
      callback_url: 'https://new.example.in/webhook',
      active: true,
      fields: [
        { name: 'messages', version: 'v25.0' },
        { name: 'account_update', version: 'v25.0' },
      ],
    },
  ]);
  expect((await office.ask('POST', edge, { body })).body.code).toBe(15);
  const fields = { ...body, fields: 'messages,weather' };
  expect((await office.ask('POST', edge, { token: appToken, body: fields })).body.message).toContain(
    'fields[1]',
  );
});

test('webhooks have the version of the call that subscribed', async () => {
  const body = { object: 'whatsapp_business_account', fields: 'messages' };
  await office.ask('POST', edge, { token: appToken, body, version: 22 });
  expect((await office.ask('GET', edge, { token: appToken })).body.data).toMatchObject([
    { fields: [{ name: 'messages', version: 'v22.0' }] },
  ]);
});

test('fields are given up one by one, or all with the callback', async () => {
  await office.ask('DELETE', `${edge}?object=whatsapp_business_account&fields=calls`, { token: appToken });
  expect(office.emulator.directory.apps.get(sample.appId)?.fields).not.toContain('calls');
  await office.ask('DELETE', `${edge}?object=whatsapp_business_account`, { token: appToken });
  expect((await office.ask('GET', edge, { token: appToken })).body).toEqual({ data: [] });
});

const exchange = (query: string): Promise<Answer> =>
  office.ask(
    'GET',
    `/oauth/access_token?client_id=${sample.appId}&client_secret=${sample.appSecret}&${query}`,
    {
      token: '',
    },
  );

const issue = (redirectUri?: string): string =>
  accounts.loginCodes.issue({
    appId: sample.appId,
    businessId: sample.clinicBusinessId,
    wabaIds: [sample.clinicWabaId],
    scopes: ['whatsapp_business_management'],
    ...(redirectUri !== undefined && { redirectUri }),
  });

test('a code becomes a token for the one account, once and within half a minute', async () => {
  const code = issue();
  const { body } = await exchange(`code=${code}`);
  expect(body).toEqual({ access_token: expect.stringMatching(/^EAA\w+$/), token_type: 'bearer' });
  const token = String(body.access_token);
  expect((await office.ask('GET', `/${sample.clinicWabaId}`, { token })).status).toBe(200);
  expect((await office.ask('GET', `/${sample.wabaId}`, { token })).status).toBe(403);
  expect((await office.ask('GET', '/me?fields=client_business_id', { token })).body).toMatchObject({
    client_business_id: sample.clinicBusinessId,
  });
  expect((await exchange(`code=${code}`)).body.error_subcode).toBe(36_009);
  const late = issue();
  await office.emulator.world.travel(31_000);
  expect((await exchange(`code=${late}`)).body).toMatchObject({ code: 100, error_subcode: 36_007 });
});

test('a code that was asked for with an address is exchanged with the same one', async () => {
  const code = issue('https://app.example.in/back');
  expect((await exchange(`code=${code}`)).body.error_subcode).toBe(36_008);
  expect((await exchange(`code=${code}&redirect_uri=https://app.example.in/back`)).status).toBe(200);
});

test("another app's code is worth nothing", async () => {
  const app = { mode: 'live' as const, requireSecretProof: false, fields: [], clientCertificate: false };
  office.emulator.directory.apps.put({ ...app, id: '1', name: 'Other', secret: 'other' });
  const code = issue();
  const answer = await office.ask('GET', `/oauth/access_token?client_id=1&client_secret=other&code=${code}`, {
    token: '',
  });
  expect(answer.body).toMatchObject({ code: 100, error_subcode: 36_007 });
});

test('a stranger, a wrong secret and a made-up code get nothing', async () => {
  const none = await office.ask('GET', '/oauth/access_token?client_id=1&client_secret=2&code=3', {
    token: '',
  });
  expect(none.body.code).toBe(101);
  const wrong = await office.ask(
    'GET',
    `/oauth/access_token?client_id=${sample.appId}&client_secret=x&code=3`,
    {
      token: '',
    },
  );
  expect(wrong.body).toMatchObject({ code: 1, message: '(#1) Error validating client secret.' });
  expect((await exchange('code=made-up')).body.code).toBe(100);
  expect((await exchange('grant_type=password')).body.code).toBe(100);
});

test('an app gets its own token, and a person a long-lived one', async () => {
  expect((await exchange('grant_type=client_credentials')).body.access_token).toBe(appToken);
  const { tokens, tokenByValue } = office.emulator.directory;
  const owner = tokenByValue.get(sample.token);
  tokens.change(owner?.id ?? '', { kind: 'user', expiresAt: office.emulator.world.clock.now() + 3_600_000 });
  const { body } = await exchange(`grant_type=fb_exchange_token&fb_exchange_token=${sample.token}`);
  expect(body.expires_in).toBe((60 * day) / 1000);
});

test('a token is looked through by its own app, and is told to be worthless when it is', async () => {
  const { body } = await office.ask('GET', `/debug_token?input_token=${sample.token}`, { token: appToken });
  expect(body.data).toMatchObject({
    app_id: sample.appId,
    type: 'SYSTEM_USER',
    is_valid: true,
    expires_at: 0,
    granular_scopes: expect.arrayContaining([
      { scope: 'business_management', target_ids: [sample.businessId] },
    ]),
  });
  expect(JSON.stringify(body)).not.toContain(sample.token);
  const unknown = await office.ask('GET', '/debug_token?input_token=EAAx', { token: appToken });
  expect(unknown.body.data).toMatchObject({ is_valid: false, error: { code: 190 } });
  const app = { mode: 'live' as const, requireSecretProof: false, fields: [], clientCertificate: false };
  office.emulator.directory.apps.put({ ...app, id: '1', name: 'Other', secret: 'other' });
  const foreign = await office.ask('GET', `/debug_token?input_token=${sample.token}`, { token: '1|other' });
  expect(foreign.body.code).toBe(100);
});

test('who calls is told who they are, and what is theirs', async () => {
  expect((await office.ask('GET', '/me')).body).toMatchObject({ name: 'Surat Silks system user' });
  expect((await office.ask('GET', '/me', { token: appToken })).body.id).toBe(sample.appId);
  expect((await office.ask('GET', '/app')).body).toMatchObject({ name: 'Trikon', id: sample.appId });
  expect((await office.ask('GET', '/me/businesses')).body.data).toEqual([
    { id: sample.businessId, name: 'Surat Silks' },
  ]);
  const { id } = office.emulator.directory.tokenByValue.get(sample.token) ?? { id: '' };
  const assigned = await office.ask('GET', `/${id}/assigned_whatsapp_business_accounts?fields=id`);
  expect(assigned.body.data).toEqual([{ id: sample.wabaId }]);
});
