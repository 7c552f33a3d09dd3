import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import type { JsonObject } from '../../world/json.ts';

let office: Office;
beforeEach(() => (office = openOffice(createAccounts)));
afterEach(() => office.close());

const names = ({ body }: Answer): unknown[] =>
  (body.data as { verified_name: string }[]).map((one) => one.verified_name);

const add = (body: JsonObject, token?: string): Promise<Answer> =>
  office.ask('POST', `/${token === undefined ? sample.wabaId : sample.clinicWabaId}/phone_numbers`, {
    body: { cc: '91', phone_number: '9825012345', verified_name: 'Surat Silks Export', ...body },
    ...(token !== undefined && { token }),
  });

test('an account tells what Meta tells, and its numbers inside of it', async () => {
  const fields =
    'name,currency,timezone_id,account_review_status,country,owner_business_info,is_enabled_for_insights,business_verification_status,whatsapp_business_manager_messaging_limit,ownership_type';
  const { body } = await office.ask('GET', `/${sample.wabaId}?fields=${fields}`);
  expect(body).toEqual({
    id: sample.wabaId,
    name: 'Surat Silks',
    currency: 'INR',
    timezone_id: '71',
    account_review_status: 'APPROVED',
    country: 'IN',
    owner_business_info: { id: sample.businessId, name: 'Surat Silks' },
    is_enabled_for_insights: true,
    business_verification_status: 'verified',
    whatsapp_business_manager_messaging_limit: 'TIER_100K',
    ownership_type: 'SELF_OWNED',
  });
  const usual = await office.ask('GET', `/${sample.wabaId}`);
  expect(usual.body.message_template_namespace).toMatch(/^[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}$/);
});

test('numbers are listed the newest first, sorted and filtered as asked', async () => {
  await office.emulator.world.travel(1000);
  await add({});
  const { wabaId } = sample;
  expect(names(await office.ask('GET', `/${wabaId}/phone_numbers`))[0]).toBe('Surat Silks Export');
  const oldest = await office.ask('GET', `/${wabaId}/phone_numbers?sort=["creation_time_ascending"]&limit=1`);
  expect(names(oldest)).toEqual(['Surat Silks']);
  expect(oldest.body.paging).toHaveProperty('next');
  const filter = '[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]';
  expect(names(await office.ask('GET', `/${wabaId}/phone_numbers?filtering=${filter}`))).toEqual([]);
  const wrong = '[{"field":"colour","operator":"EQUAL","value":"red"}]';
  expect((await office.ask('GET', `/${wabaId}/phone_numbers?filtering=${wrong}`)).body.code).toBe(100);
  expect((await office.ask('GET', `/${wabaId}/phone_numbers?sort=colour`)).body.code).toBe(100);
});

test('a number is added once, within the limits and only when it is one', async () => {
  expect((await add({})).body).toHaveProperty('id');
  expect((await add({})).body).toMatchObject({ code: 100, error_subcode: 2388012 });
  expect((await add({}, sample.clinicToken)).body.message).toContain('another WhatsApp Business account');
  expect((await add({ phone_number: '12' })).body.message).toContain('valid phone number');
  expect((await add({ phone_number: '9825012346', verified_name: 'S' })).body.message).toContain(
    'at least 2',
  );
  office.emulator.directory.businesses.change(sample.businessId, { numberLimit: 3 });
  expect((await add({ phone_number: '9825012346' })).body.message).toContain('limit of 3');
});

test('an account that must not add numbers cannot', async () => {
  office.emulator.directory.wabas.change(sample.wabaId, {
    restrictions: [{ type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' }],
  });
  expect((await add({})).body.code).toBe(368);
});

test('a number moves to another account once its PIN is off and its code was typed', async () => {
  const move = { phone_number: '2614001234', migrate_phone_number: true };
  expect((await add(move, sample.clinicToken)).body.error_subcode).toBe(2388001);
  const { numbers, numberByPhone } = office.emulator.directory;
  numbers.change(sample.numberId, { pin: undefined });
  const id = String((await add(move, sample.clinicToken)).body.id);
  expect(numberByPhone.get('912614001234')?.id).toBe(sample.numberId);
  const token = sample.clinicToken;
  await office.ask('POST', `/${id}/request_code`, { token, body: { code_method: 'SMS', language: 'en_US' } });
  await office.ask('POST', `/${id}/verify_code`, { token, body: { code: '123456' } });
  expect(numberByPhone.get('912614001234')?.id).toBe(id);
  expect(numbers.get(sample.numberId)).toMatchObject({ status: 'MIGRATED', registered: false });
});

test('an app subscribes, is listed with its override, and leaves', async () => {
  const edge = `/${sample.wabaId}/subscribed_apps`;
  const override = { override_callback_uri: 'https://alt.example.in/hook', verify_token: 'the right one' };
  expect((await office.ask('POST', edge, { body: override })).body).toEqual({ success: true });
  expect((await office.ask('GET', edge)).body).toEqual({
    data: [
      {
        whatsapp_business_api_data: {
          link: `https://www.facebook.com/games/?app_id=${sample.appId}`,
          name: 'Trikon',
          id: sample.appId,
        },
        override_callback_uri: 'https://alt.example.in/hook',
      },
    ],
  });
  await office.ask('POST', edge);
  expect(JSON.stringify((await office.ask('GET', edge)).body)).not.toContain('override');
  await office.ask('DELETE', edge);
  expect((await office.ask('GET', edge)).body).toEqual({ data: [] });
  const wrong = { ...override, verify_token: 'the wrong one' };
  expect((await office.ask('POST', edge, { body: wrong })).body.code).toBe(2200);
});

test('users are assigned with tasks, listed by portfolio and taken away', async () => {
  const edge = `/${sample.wabaId}/assigned_users`;
  const user = office.emulator.directory.tokenByValue.get(sample.token)?.id ?? '';
  expect((await office.ask('POST', edge, { body: { user, tasks: ['FLY'] } })).body.code).toBe(100);
  await office.ask('POST', `${edge}?user=${user}&tasks=MANAGE,DEVELOP`);
  const { body } = await office.ask('GET', `${edge}?business=${sample.businessId}`);
  expect(body.data).toEqual([
    {
      id: user,
      name: 'Surat Silks system user',
      tasks: ['MANAGE', 'DEVELOP'],
      business: { id: sample.businessId, name: 'Surat Silks' },
    },
  ]);
  expect((await office.ask('GET', edge)).body.message).toContain('business is required');
  await office.ask('DELETE', `${edge}?user=${user}`);
  expect((await office.ask('GET', `${edge}?business=${sample.businessId}`)).body.data).toEqual([]);
});

test('insights are allowed once and for ever', async () => {
  const on = await office.ask('POST', `/${sample.wabaId}?is_enabled_for_insights=true`);
  expect(on.body).toEqual({ id: Number(sample.wabaId) });
  expect((await office.ask('POST', `/${sample.wabaId}?is_enabled_for_insights=false`)).body.code).toBe(
    200006,
  );
  expect((await office.ask('POST', `/${sample.wabaId}`)).body.code).toBe(100);
  await office.ask('POST', `/${sample.wabaId}`, { body: { name: 'Surat Silks & Sons', timezone_id: '8' } });
  expect(office.emulator.directory.wabas.get(sample.wabaId)).toMatchObject({
    name: 'Surat Silks & Sons',
    timezone: 'Asia/Dubai',
  });
});

test('a portfolio lists its own accounts and those that customers share with it', async () => {
  office.emulator.directory.wabas.change(sample.clinicWabaId, { partnerBusinessIds: [sample.businessId] });
  const owned = await office.ask('GET', `/${sample.businessId}/owned_whatsapp_business_accounts?fields=id`);
  expect(owned.body.data).toEqual([{ id: sample.wabaId }]);
  const shared = await office.ask('GET', `/${sample.businessId}/client_whatsapp_business_accounts?fields=id`);
  expect(shared.body.data).toEqual([{ id: sample.clinicWabaId }]);
  const numbers = await office.ask('GET', `/${sample.businessId}/phone_numbers?fields=id`);
  expect(numbers.body.data).toHaveLength(2);
  const foreign = await office.ask('GET', `/${sample.clinicBusinessId}/phone_numbers`);
  expect(foreign.status).toBe(403);
});

test('a signup link needs accepted terms, known placeholders and https', async () => {
  const body = {
    signup_message: 'Get our offers?',
    confirmation_message: 'Thank you: {{promo_code}}',
    privacy_policy_url: 'https://suratsilks.example.in/privacy',
    promo_code: 'SILK10',
    policy: { tos: 'https://example.in/terms', accepted: true },
  };
  const post = (change: JsonObject) =>
    office.ask('POST', `/${sample.wabaId}/signups`, { body: { ...body, ...change } });
  const made = await post({});
  expect((await office.ask('GET', `/${sample.wabaId}/signups?fields=signup_message`)).body.data).toEqual([
    { id: made.body.id, signup_message: 'Get our offers?' },
  ]);
  expect((await post({ policy: { accepted: false } })).body.code).toBe(2494168);
  expect((await post({ confirmation_message: '{{name}}' })).body.code).toBe(2494166);
  expect((await post({ promo_code: null })).body.code).toBe(2494167);
  expect((await post({ website_url: 'http://example.in' })).body.code).toBe(2494179);
});
