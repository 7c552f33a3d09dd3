import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccounts } from '../accounts/accounts.ts';
import { type Office, openOffice } from '../accounts/test/office.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';
import type { Onboarded } from './finishing.ts';
import { createSignup, type Signup } from './signup.ts';

let office: Office;
let onboarded: Onboarded[];
let removeApp: Signup['removeApp'];
/** Numbers that have a phone in the world, and what its owner says. */
const askable = new Set<string>();
let consent: { sharesHistory: boolean } | null;
beforeEach(() => {
  onboarded = [];
  askable.clear();
  consent = null;
  office = openOffice((emulator) => {
    const completed = (id: string) =>
      emulator.directory.numbers.change(id, { onBusinessApp: true, registered: true, status: 'CONNECTED' });
    const signup = createSignup(emulator, createAccounts(emulator), {
      ask: (id) => askable.has(id),
      consent: () => consent,
      complete: completed,
    });
    signup.onFinish((one) => onboarded.push(one));
    ({ removeApp } = signup);
  });
});
afterEach(() => office.close());

const textOf = (body: unknown): string => Buffer.from(body as Uint8Array).toString();

const extras = { setup: { business: { name: 'Vadodara Sweets' } }, featureType: '', sessionInfoVersion: '3' };

async function open(change: JsonObject = {}): Promise<string> {
  const query = new URLSearchParams({
    client_id: sample.appId,
    config_id: sample.configId,
    response_type: 'code',
    origin: 'https://app.example.in',
    extras: JSON.stringify(extras),
    ...(change as Record<string, string>),
  }).toString();
  return textOf((await office.ask('GET', `/dialog/oauth?${query}`, { token: '' })).body);
}

const sessionOf = (page: string): string => /action="([^"]+)"/.exec(page)?.[1] ?? '';

const newsOf = (page: string): Record<string, unknown> => {
  const text = /data-news="([^"]*)"/.exec(page)?.[1] ?? '{}';
  return JSON.parse(text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))) as never;
};

const step = async (page: string, body: JsonObject): Promise<string> =>
  textOf((await office.ask('POST', sessionOf(page), { token: '', body: { way: 'on', ...body } })).body);

/** From a new portfolio to the code. */
async function throughAll(page: string): Promise<string> {
  let at = await step(page, { business: 'new', business_name: 'Vadodara Sweets' });
  at = await step(at, { account: 'new' });
  at = await step(at, { account_name: 'Vadodara Sweets' });
  at = await step(at, { phone: '+91 98250 12345', display_name: 'Vadodara Sweets', method: 'SMS' });
  at = await step(at, { code: '123456' });
  return step(at, {});
}

test('an owner without anything comes out with a portfolio, an account, a number and a code', async () => {
  const news = newsOf(await throughAll(await open()));
  const { businessId = '', wabaId = '', numberId = '' } = { ...onboarded[0] };
  expect(news).toMatchObject({
    target: 'https://app.example.in',
    finished: {
      data: { phone_number_id: numberId, waba_id: wabaId, business_id: businessId },
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'FINISH',
      version: 3,
    },
  });
  const { directory } = office.emulator;
  expect(directory.businesses.get(businessId)).toMatchObject({
    tier: 'TIER_250',
    verification: 'not_verified',
  });
  expect(directory.wabas.get(wabaId)?.partnerBusinessIds).toEqual([sample.providerBusinessId]);
  const exchanged = await office.ask(
    'GET',
    `/oauth/access_token?client_id=${sample.appId}&client_secret=${sample.appSecret}&code=${String(news.code)}`,
    { token: '' },
  );
  const token = String(exchanged.body.access_token);
  expect((await office.ask('POST', `/${wabaId}/subscribed_apps`, { token })).body).toEqual({ success: true });
  const body = { messaging_product: 'whatsapp', pin: '123456' };
  expect((await office.ask('POST', `/${numberId}/register`, { token, body })).body).toEqual({
    success: true,
  });
});

test('the app hears of a new account before it is subscribed to it', async () => {
  await throughAll(await open());
  const info = { waba_id: onboarded[0]?.wabaId, owner_business_id: onboarded[0]?.businessId };
  expect(await office.told('account_update')).toEqual([
    { event: 'PARTNER_APP_INSTALLED', waba_info: { ...info, partner_app_id: sample.appId } },
    { event: 'PARTNER_ADDED', waba_info: info },
  ]);
});

async function signUp(): Promise<{ token: string; wabaId: string }> {
  const news = newsOf(await throughAll(await open()));
  const { body } = await office.ask(
    'GET',
    `/oauth/access_token?client_id=${sample.appId}&client_secret=${sample.appSecret}&code=${String(news.code)}`,
    { token: '' },
  );
  return { token: String(body.access_token), wabaId: onboarded[0]?.wabaId ?? '' };
}

test('the maker of the app reaches the account with a token of its own, and so lists its customers', async () => {
  const { wabaId } = await signUp();
  const token = sample.providerToken;
  expect((await office.ask('GET', `/${wabaId}?fields=ownership_type`, { token })).body).toMatchObject({
    ownership_type: 'CLIENT_OWNED',
  });
  const appToken = `${sample.appId}|${sample.appSecret}`;
  const clients = await office.ask('GET', `/${sample.appId}/connected_client_businesses`, {
    token: appToken,
  });
  expect(clients.body.data).toEqual([{ id: onboarded[0]?.businessId, name: 'Vadodara Sweets' }]);
});

test('an owner who takes the app away ends its token, its webhooks and its sight of the account', async () => {
  const { token, wabaId } = await signUp();
  await office.ask('POST', `/${wabaId}/subscribed_apps`, { token });
  removeApp(wabaId, sample.appId);
  expect((await office.ask('GET', `/${wabaId}`, { token })).body).toMatchObject({
    code: 190,
    error_subcode: 460,
  });
  expect((await office.ask('GET', `/${wabaId}`, { token: sample.providerToken })).status).toBe(403);
  expect(office.emulator.directory.wabas.get(wabaId)?.subscriptions).toEqual([]);
  expect((await office.told('account_update')).slice(2).map(({ event }) => event)).toEqual([
    'PARTNER_APP_UNINSTALLED',
    'PARTNER_REMOVED',
  ]);
  expect(() => removeApp('1', sample.appId)).toThrow('There is no account 1.');
});

test('a number of the WhatsApp Business app stays there, and only its account is named', async () => {
  let at = await open({ config_id: sample.businessAppConfigId });
  at = await step(at, { business: sample.businessId });
  at = await step(at, { phone: '+91 98250 12345', display_name: 'Surat Silks Shop', method: 'SMS' });
  expect(at).toContain('Share the chats of the last six months');
  at = await step(at, { code: '123456', history: 'yes' });
  at = await step(at, {});
  expect(newsOf(at).finished).toMatchObject({
    event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING',
    data: { waba_id: onboarded[0]?.wabaId },
  });
  expect(onboarded).toMatchObject([{ businessApp: true, sharesHistory: true }]);
  const { numbers } = office.emulator.directory;
  expect(numbers.get(onboarded[0]?.numberId ?? '')).toMatchObject({
    onBusinessApp: true,
    registered: true,
    status: 'CONNECTED',
  });
});

test('an owner whose phone is in the world taps Connect there instead of typing a code', async () => {
  const { directory } = office.emulator;
  const appOnly = { onBusinessApp: true, registered: false, status: 'DISCONNECTED' } as const;
  directory.numbers.change(sample.clinicNumberId, appOnly);
  askable.add(sample.clinicNumberId);
  let at = await open({ config_id: sample.businessAppConfigId });
  at = await step(at, { business: sample.businessId });
  at = await step(at, { phone: '+91 20 2640 1234', display_name: 'Sahyadri', method: 'SMS' });
  expect(at).toContain('tap Connect');
  expect(await step(at, {})).toContain('Nobody has tapped Connect');
  consent = { sharesHistory: true };
  at = await step(at, {});
  at = await step(at, {});
  expect(onboarded).toMatchObject([{ wabaId: sample.clinicWabaId, sharesHistory: true, businessApp: true }]);
  expect(directory.wabas.get(sample.clinicWabaId)?.businessId).toBe(sample.businessId);
  expect(directory.numbers.get(sample.clinicNumberId)?.registered).toBe(true);
});

test('a number that is not in the app, or connected already, cannot come that way', async () => {
  let at = await open({ config_id: sample.businessAppConfigId });
  at = await step(at, { business: sample.businessId });
  const typed = { phone: '+91 20 2640 1234', display_name: 'Sahyadri', method: 'SMS' };
  expect(await step(at, typed)).toContain('not in use with the WhatsApp Business app');
  office.emulator.directory.numbers.change(sample.clinicNumberId, { onBusinessApp: true });
  expect(await step(at, typed)).toContain('connected to a partner already');
});

test('an account can be shared without a number where the app asks for that', async () => {
  const onlyAccount = { ...extras, featureType: 'only_waba_sharing' };
  let at = await open({ extras: JSON.stringify(onlyAccount) });
  at = await step(at, { business: sample.businessId });
  at = await step(at, { account: `${sample.wabaId} later` });
  at = await step(at, {});
  expect(newsOf(at).finished).toMatchObject({ event: 'FINISH_ONLY_WABA' });
});

test('what is wrong is said on the page, which keeps what was typed', async () => {
  let at = await open();
  expect(at).toContain('value="Vadodara Sweets"');
  at = await step(at, { business: sample.businessId });
  at = await step(at, { account: `${sample.wabaId} new` });
  const taken = await step(at, { phone: '+91 20 2640 1234', display_name: '<b>Silks</b>', method: 'SMS' });
  expect(taken).toContain('registered with another WhatsApp Business account');
  expect(taken).toContain('value="&#60;b&#62;Silks&#60;/b&#62;"');
  expect(newsOf(taken).reported).toMatchObject({
    event: 'CANCEL',
    data: { error_message: expect.stringContaining('another'), session_id: expect.any(String) },
  });
  at = await step(at, { phone: '+91 98250 12345', display_name: 'Surat Silks Shop', method: 'SMS' });
  expect(await step(at, { code: '000000' })).toContain('Code couldn&#39;t be verified');
});

test('each step says where it was left, and one can go back', async () => {
  const first = await open();
  expect(newsOf(first).left).toMatchObject({
    event: 'CANCEL',
    data: { current_step: 'BUSINESS_ACCOUNT_SELECTION' },
  });
  const second = await step(first, { business: sample.businessId });
  expect(newsOf(second).left).toMatchObject({ data: { current_step: 'WABA_PHONE_PROFILE_PICKER' } });
  expect(await step(second, { way: 'back' })).toContain('Choose your business portfolio');
  expect(await step(second, { way: 'cancel' })).toContain('Nothing was shared');
  expect(await step(second, {})).toContain('This session is over');
});

test('who goes back and shares an account without a number shares none of what was typed before', async () => {
  let at = await open({ extras: JSON.stringify({ ...extras, featureType: 'only_waba_sharing' }) });
  at = await step(at, { business: sample.businessId });
  at = await step(at, { account: 'new' });
  at = await step(at, { account_name: 'Surat Silks Export', number: 'new' });
  at = await step(at, { phone: '+91 98250 12345', display_name: 'Surat Silks Export', method: 'SMS' });
  at = await step(at, { way: 'back' });
  at = await step(at, { way: 'back' });
  at = await step(at, { account_name: 'Surat Silks Export', number: 'later' });
  expect(newsOf(await step(at, {})).finished).toMatchObject({ event: 'FINISH_ONLY_WABA' });
  expect(onboarded[0]?.numberId).toBeUndefined();
});

test("another portfolio's account or number cannot be picked", async () => {
  const at = await step(await open(), { business: sample.businessId });
  expect(await step(at, { account: `${sample.clinicWabaId} new` })).toContain('not there any more');
  expect(await step(at, { account: `${sample.wabaId} ${sample.clinicNumberId}` })).toContain(
    'not there any more',
  );
});

test('without a waiting page the dialog leads back with the code and the state', async () => {
  const back = { origin: '', redirect_uri: 'https://app.example.in/back', state: 'a b' };
  const first = await open(back);
  let at = await step(first, { business: sample.businessId });
  at = await step(at, { account: `${sample.wabaId} ${sample.numberId}` });
  const done = await office.ask('POST', sessionOf(at), { token: '', body: { way: 'on' } });
  expect(done.status).toBe(302);
  const again = await open(back);
  const left = await office.ask('POST', sessionOf(again), { token: '', body: { way: 'cancel' } });
  expect(left.status).toBe(302);
});

test.each([
  [{ client_id: '1' }, 'Invalid App ID'],
  [{ response_type: 'token' }, 'override_default_response_type'],
  [{ config_id: '1' }, 'config_id is not a configuration'],
  [{ origin: '' }, 'Missing redirect_uri'],
  [{ origin: 'javascript:alert(1)' }, 'must be an address of the web'],
])('a dialog with %j does not open', async (change, reason) => {
  expect(await open(change)).toContain(reason);
});

test('an address that the app did not name is not led back to', async () => {
  office.emulator.directory.apps.change(sample.appId, { redirectUris: ['https://app.example.in/back'] });
  expect(await open({ redirect_uri: 'https://evil.example.com/' })).toContain('URL blocked');
});

test('the script is served without its types, and nothing beside it', async () => {
  const sdk = textOf((await office.ask('GET', '/en_US/sdk.js', { token: '' })).body);
  expect(sdk).toContain('page.FB =');
  expect(sdk).not.toContain('interface LoginAnswer');
  expect((await office.ask('GET', '/dialog/assets/constructor', { token: '' })).status).toBe(400);
});
