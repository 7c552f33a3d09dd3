import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import { day } from '../times.ts';

let office: Office;
let accounts: Accounts;
beforeEach(() => {
  office = openOffice((emulator) => {
    accounts = createAccounts(emulator);
    accounts.openProfiles((handle) => (handle === '4::abc' ? 'https://pps.example.in/picture.jpg' : null));
  });
});
afterEach(() => office.close());

const at = (edge: string): string => `/${sample.numberId}/${edge}`;
const post = (edge: string, body: JsonObject, token?: string): Promise<Answer> =>
  office.ask('POST', at(edge), { body, ...(token !== undefined && { token }) });
const get = (edge: string): Promise<Answer> => office.ask('GET', at(edge));

test('a profile is read by its fields and changed in parts', async () => {
  const fields = 'about,websites,vertical,profile_picture_url';
  const changed = await post('whatsapp_business_profile', {
    messaging_product: 'whatsapp',
    about: 'Silk since 1987',
    websites: ['https://suratsilks.example.in', 'https://shop.example.in'],
    profile_picture_handle: '4::abc',
  });
  expect(changed.body).toEqual({ success: true });
  expect((await get(`whatsapp_business_profile?fields=${fields}`)).body).toEqual({
    data: [
      {
        messaging_product: 'whatsapp',
        about: 'Silk since 1987',
        websites: ['https://suratsilks.example.in', 'https://shop.example.in'],
        vertical: 'RETAIL',
        profile_picture_url: 'https://pps.example.in/picture.jpg',
      },
    ],
  });
});

test.each<[JsonObject, string]>([
  [{ about: '' }, 'about must be at least 1'],
  [{ about: 'x'.repeat(140) }, 'at most 139'],
  [{ email: 'nobody' }, 'valid email'],
  [{ websites: ['a', 'b', 'c'] }, 'at most 2 elements'],
  [{ websites: ['ftp://a.in'] }, 'valid URI'],
  [{ vertical: 'SILK' }, 'vertical must be one of'],
  [{ profile_picture_handle: 'x' }, 'not a handle'],
])('a profile with %j is refused', async (body, reason) => {
  const { body: error } = await post('whatsapp_business_profile', { messaging_product: 'whatsapp', ...body });
  expect(error.message).toContain(reason);
});

test('calling is switched on with hours, kept beside what it was, and announced', async () => {
  const calling = {
    status: 'ENABLED',
    call_hours: {
      status: 'ENABLED',
      timezone_id: 'Asia/Kolkata',
      weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '0900', close_time: '1800' }],
      holiday_schedule: [{ date: '2026-11-08', start_time: '0000', end_time: '2359' }],
    },
  };
  expect((await post('settings', { calling })).body).toEqual({ success: true });
  await post('settings', { calling: { call_icon_visibility: 'DISABLE_ALL' } });
  expect((await get('settings')).body.calling).toEqual({
    ...calling,
    call_icon_visibility: 'DISABLE_ALL',
    callback_permission_status: 'DISABLED',
  });
  const told = await office.told('account_settings_update');
  expect(told[0]).toMatchObject({
    type: 'PHONE_NUMBER_SETTINGS',
    timestamp: '1791181800',
    phone_number_settings: { phone_number_id: sample.numberId, calling },
  });
});

const range = { day_of_week: 'MONDAY', open_time: '0900', close_time: '1800' };
const hours = { status: 'ENABLED', timezone_id: 'Asia/Kolkata', weekly_operating_hours: [range] };

test.each<[JsonObject, string]>([
  [{}, 'is required'],
  [{ calling: { status: 'ON' } }, 'status must be one of'],
  [{ calling: { call_hours: { ...hours, timezone_id: 'Asia/Surat' } } }, 'time zone'],
  [
    { calling: { call_hours: { ...hours, weekly_operating_hours: [range, range, range] } } },
    'at most 2 ranges',
  ],
  [{ calling: { call_hours: { ...hours, weekly_operating_hours: [{ ...range, open_time: '9' }] } } }, '0930'],
  [
    { calling: { call_hours: { ...hours, weekly_operating_hours: [{ ...range, open_time: '2000' }] } } },
    'after',
  ],
  [{ calling: { call_icons: { restrict_to_user_countries: ['India'] } } }, 'two-letter'],
  [{ calling: { sip: { status: 'ENABLED', servers: [{ hostname: 'sip.example.in', port: 0 }] } } }, 'port'],
  [{ storage_configuration: { status: 'x' } }, 'when you register'],
  [{ user_identity_change: {} }, 'enable_identity_key_check'],
])('settings with %j are refused', async (body, reason) => {
  expect((await post('settings', body)).body.message).toContain(reason);
});

test('calling needs a limit, an app that hears it, and no phone with the Business app', async () => {
  const { directory } = office.emulator;
  const code = async (): Promise<unknown> =>
    (await post('settings', { calling: { status: 'ENABLED' } })).body.code;
  directory.businesses.change(sample.businessId, { tier: 'TIER_250' });
  expect(await code()).toBe(138015);
  directory.businesses.change(sample.businessId, { tier: 'TIER_2K' });
  directory.wabas.change(sample.wabaId, { subscriptions: [] });
  expect(await code()).toBe(138018);
  directory.numbers.change(sample.numberId, { onBusinessApp: true });
  expect(await code()).toBe(138018);
});

test('the identity check is switched on', async () => {
  await post('settings', { user_identity_change: { enable_identity_key_check: true } });
  expect((await get('settings')).body.user_identity_change).toEqual({ enable_identity_key_check: true });
});

test('prompts and commands are set and read back', async () => {
  const body = {
    prompts: ['Track my order', 'बात करें'],
    commands: [{ command_name: 'menu', command_description: 'Show the menu' }],
  };
  expect((await post('conversational_automation', body)).body).toEqual({ success: true });
  const { body: number } = await office.ask('GET', `/${sample.numberId}?fields=conversational_automation`);
  expect(number.conversational_automation).toMatchObject(body);
});

test.each<[JsonObject, string]>([
  [{ prompts: ['1', '2', '3', '4', '5'] }, 'at most 4'],
  [{ prompts: ['Hello 👋'] }, 'emoji'],
  [{ commands: [{ command_name: '/menu', command_description: 'x' }] }, 'without a slash'],
  [{ commands: [{ command_name: 'menu' }] }, 'command_description] is required'],
  [{ commands: ['menu'] }, 'must be an object'],
])('components with %j are refused', async (body, reason) => {
  expect((await post('conversational_automation', body)).body.message).toContain(reason);
});

test('the cart is there and the catalog is hidden until somebody says otherwise', async () => {
  expect((await get('whatsapp_commerce_settings')).body.data).toEqual([
    { id: sample.numberId, is_cart_enabled: true, is_catalog_visible: false },
  ]);
  await office.ask('POST', at('whatsapp_commerce_settings?is_catalog_visible=true'));
  expect((await get('whatsapp_commerce_settings')).body.data).toMatchObject([{ is_catalog_visible: true }]);
  expect((await post('whatsapp_commerce_settings', {})).body.code).toBe(100);
});

const compliance = {
  messaging_product: 'whatsapp',
  entity_name: 'Surat Silks Private Limited',
  entity_type: 'PRIVATE_COMPANY',
  grievance_officer_details: { name: 'Asha Patel', email: 'asha@example.in', mobile_number: '+919825012345' },
  customer_care_details: { email: 'care@example.in', landline_number: '+912614001234' },
};

test('an Indian business says who hears complaints', async () => {
  expect((await get('business_compliance_info')).body).toEqual({ data: [] });
  expect((await post('business_compliance_info', compliance)).body).toEqual({ success: true });
  expect((await get('business_compliance_info')).body.data).toEqual([
    { whatsapp_business_account_id: sample.wabaId, ...compliance },
  ]);
});

test.each<[JsonObject, string]>([
  [{ entity_type: 'OTHER' }, 'entity_type_custom is required'],
  [{ entity_type: 'PARTNERSHIP' }, 'is_registered is required'],
  [{ customer_care_details: { email: 'care@example.in' } }, 'mobile_number] or'],
  [{ customer_care_details: { email: 'care', mobile_number: '+91' } }, 'valid email'],
  [{ grievance_officer_details: {} }, 'name is required'],
])('compliance with %j is refused', async (change, reason) => {
  const { body } = await post('business_compliance_info', { ...compliance, ...change });
  expect(body.message).toContain(reason);
});

test('an official account is asked for, decided and announced, and then again after thirty days', async () => {
  const body = {
    business_website_url: 'https://suratsilks.example.in',
    primary_country_of_operation: 'India',
  };
  expect((await post('official_business_account', body)).body).toEqual({ success: true });
  expect((await post('official_business_account', body)).body.message).toContain('30 days');
  const number = office.emulator.directory.numbers.get(sample.numberId);
  if (number) accounts.decideOfficial(number, false);
  expect((await get('official_business_account')).body).toMatchObject({ oba_status: 'REJECTED' });
  expect(await office.told('account_alerts')).toMatchObject([
    { entity_type: 'PHONE_NUMBER', alert_info: { alert_type: 'OBA_REJECTED' } },
  ]);
  await office.emulator.world.travel(30 * day);
  expect((await post('official_business_account', body)).status).toBe(200);
  expect((await post('official_business_account', {})).body.code).toBe(100);
});

test('a username is claimed, announced, moved between numbers of one portfolio, and given up', async () => {
  const claim = (username: string, change: JsonObject = {}) => post('username', { username, ...change });
  expect((await claim('Surat_Silks')).body).toEqual({ status: 'approved' });
  expect((await get('username')).body).toEqual({ username: 'surat_silks', status: 'approved' });
  const second = `/${sample.secondNumberId}/username`;
  const body = { username: 'surat_silks' };
  expect((await office.ask('POST', second, { body })).body.code).toBe(147005);
  const forced = { ...body, transfer_action: 'force_transfer' };
  expect((await office.ask('POST', second, { body: forced })).status).toBe(200);
  const foreign = `/${sample.clinicNumberId}/username`;
  expect((await office.ask('POST', foreign, { body: forced, token: sample.clinicToken })).body.code).toBe(
    147001,
  );
  expect((await office.ask('DELETE', second)).body).toEqual({ success: true });
  expect((await office.told('business_username_updates')).map(({ status }) => status)).toEqual([
    'approved',
    'deleted',
    'approved',
    'deleted',
  ]);
});

test.each(['ab', '12345', '.silks', 'a..b', 'www.silks', 'silks.in', 'सिल्क', 'a'.repeat(36)])(
  'the username %s breaks a rule',
  async (username) => {
    expect((await post('username', { username })).body.code).toBe(100);
  },
);

test('a username that is taken, of a page, or beyond the limit is refused with its code', async () => {
  office.emulator.world.settings.change('usernames', {
    taken: ['silks'],
    ofPages: ['silkpage'],
    ofInstagram: ['silkgram'],
  });
  const codes = ['silks', 'silkpage', 'silkgram'].map(
    async (username) => (await post('username', { username })).body.code,
  );
  expect(await Promise.all(codes)).toEqual([147001, 147003, 147004]);
  office.emulator.directory.businesses.change(sample.businessId, { tier: 'TIER_250' });
  expect((await post('username', { username: 'freesilk' })).body.code).toBe(147002);
  const suggested = await get('username_suggestions');
  expect(suggested.body.data).toEqual([
    { username_suggestions: ['surat_silks', 'suratsilks', 'surat_silks_1234'] },
  ]);
});

test('the history of messages is told with the callback that heard of it', async () => {
  accounts.openHistory(() => [
    { id: '1', messageId: 'wamid.A', events: [{ id: '2', status: 'DELIVERED', at: 1_791_181_800_000 }] },
  ]);
  expect((await get('message_history')).body.data).toEqual([
    {
      id: '1',
      message_id: 'wamid.A',
      events: {
        data: [
          {
            id: '2',
            delivery_status: 'DELIVERED',
            timestamp: 1_791_181_800,
            application: { id: sample.appId },
            webhook_uri: 'https://trikon.example.in/webhook',
          },
        ],
      },
    },
  ]);
});

test.each([
  'settings',
  'whatsapp_business_profile',
  'business_compliance_info',
  'message_qrdls',
  'username',
  'register',
  'deregister',
  'conversational_automation',
])("another business's token changes nothing at %s", async (edge) => {
  const { status, body } = await post(edge, { messaging_product: 'whatsapp' }, sample.clinicToken);
  expect([status, body.code]).toEqual([403, 200]);
});
