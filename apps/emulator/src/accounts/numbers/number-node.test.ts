import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Office, openOffice } from '../test/office.ts';

let office: Office;
beforeEach(() => (office = openOffice(createAccounts)));
afterEach(() => office.close());

test('a number tells what Meta tells without being asked for fields', async () => {
  const { body } = await office.ask('GET', `/${sample.numberId}`);
  expect(body).toEqual({
    id: sample.numberId,
    verified_name: 'Surat Silks',
    code_verification_status: 'VERIFIED',
    display_phone_number: '+91 261 400 1234',
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    webhook_configuration: { application: 'https://trikon.example.in/webhook' },
  });
});

test('every documented field can be read, and an unknown one is named', async () => {
  const fields =
    'name_status,status,host_platform,account_mode,is_official_business_account,is_on_biz_app,is_pin_enabled,country_code,country_dial_code,last_onboarded_time,whatsapp_business_manager_messaging_limit,search_visibility,official_business_account,new_name_status,quality_score';
  const { body } = await office.ask('GET', `/${sample.numberId}?fields=${fields}`);
  expect(body).toEqual({
    id: sample.numberId,
    name_status: 'APPROVED',
    status: 'CONNECTED',
    host_platform: 'CLOUD_API',
    account_mode: 'LIVE',
    is_official_business_account: false,
    is_on_biz_app: false,
    is_pin_enabled: true,
    country_code: 'IN',
    country_dial_code: '91',
    last_onboarded_time: '2026-10-05T06:30:00+0000',
    whatsapp_business_manager_messaging_limit: 'TIER_100K',
    search_visibility: 'VISIBLE',
    official_business_account: { oba_status: 'NOT_STARTED' },
    new_name_status: 'NONE',
    quality_score: { score: 'GREEN' },
  });
  const unknown = await office.ask('GET', `/${sample.numberId}?fields=colour`);
  expect(unknown.body.message).toContain('nonexistent field (colour)');
});

test("another business's token sees nothing of a number", async () => {
  const { status, body } = await office.ask('GET', `/${sample.numberId}`, { token: sample.clinicToken });
  expect([status, body.code]).toEqual([403, 200]);
});

test('the callbacks are shown in the order in which they win', async () => {
  const { emulator } = office;
  emulator.directory.numbers.change(sample.numberId, { callbackUrl: 'https://number.example.in/hook' });
  emulator.directory.wabas.change(sample.wabaId, {
    subscriptions: [{ appId: sample.appId, callbackUrl: 'https://account.example.in/hook' }],
  });
  const { body } = await office.ask('GET', `/${sample.numberId}?fields=webhook_configuration`);
  expect(body.webhook_configuration).toEqual({
    phone_number: 'https://number.example.in/hook',
    whatsapp_business_account: 'https://account.example.in/hook',
    application: 'https://trikon.example.in/webhook',
  });
});

test('health names everything in the chain, and the worst of it decides', async () => {
  const { emulator } = office;
  const healthy = await office.ask('GET', `/${sample.numberId}?fields=health_status`);
  expect(healthy.body.health_status).toMatchObject({
    can_send_message: 'AVAILABLE',
    entities: [
      { entity_type: 'PHONE_NUMBER', id: sample.numberId },
      { entity_type: 'WABA' },
      { entity_type: 'BUSINESS' },
      { entity_type: 'APP' },
    ],
  });
  emulator.directory.businesses.change(sample.businessId, { verification: 'not_verified' });
  const limited = await office.ask('GET', `/${sample.wabaId}?fields=health_status`);
  expect(limited.body.health_status).toMatchObject({ can_send_message: 'LIMITED' });
  emulator.directory.wabas.change(sample.wabaId, { hasPaymentMethod: false });
  const blocked = await office.ask('GET', `/${sample.wabaId}?fields=health_status`);
  expect(blocked.body.health_status).toMatchObject({
    can_send_message: 'BLOCKED',
    entities: [{ entity_type: 'WABA', errors: [{ error_code: 141006 }] }, {}, {}],
  });
});
