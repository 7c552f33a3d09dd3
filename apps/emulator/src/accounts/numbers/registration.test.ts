import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import { hour, minute } from '../times.ts';

let office: Office;
beforeEach(() => (office = openOffice(createAccounts)));
afterEach(() => office.close());

const register = (pin: string, id: string = sample.numberId): Promise<Answer> =>
  office.ask('POST', `/${id}/register`, { body: { messaging_product: 'whatsapp', pin } });

const deregister = (): Promise<Answer> => office.ask('POST', `/${sample.numberId}/deregister`);

test('a number leaves and comes back with its PIN', async () => {
  expect((await deregister()).body).toEqual({ success: true });
  const gone = await office.ask('GET', `/${sample.numberId}?fields=status,platform_type,throughput`);
  expect(gone.body).toMatchObject({ status: 'DISCONNECTED', platform_type: 'NOT_APPLICABLE' });
  expect((await deregister()).body.code).toBe(133010);
  expect((await register('123456')).body).toEqual({ success: true });
  expect(await office.told('phone_number_quality_update')).toEqual([
    {
      display_phone_number: '912614001234',
      event: 'ONBOARDING',
      max_daily_conversations_per_business: 'TIER_100K',
    },
  ]);
});

test('a wrong PIN is refused, then guesses must wait, then there are too many', async () => {
  for (let guess = 0; guess < 3; guess++) expect((await register('000000')).body.code).toBe(133005);
  office.emulator.directory.numbers.change(sample.numberId, { registrations: [] });
  const fast = await register('123456');
  expect(fast.body).toMatchObject({
    code: 133009,
    error_data: { details: expect.stringContaining('60 seconds') },
  });
  office.emulator.directory.numbers.change(sample.numberId, {
    registrations: [],
    pinGuesses: { failures: 10, last: office.emulator.world.clock.now() },
  });
  expect((await register('123456')).body.code).toBe(133008);
  await office.emulator.world.travel(12 * hour);
  expect((await register('123456')).body).toEqual({ success: true });
});

test('ten attempts in 72 hours are enough', async () => {
  for (let attempt = 0; attempt < 10; attempt++) await register('123456');
  expect((await deregister()).body.code).toBe(133016);
  await office.emulator.world.travel(72 * hour);
  expect((await deregister()).body).toEqual({ success: true });
});

test.each([
  [{}, 'messaging_product is required'],
  [{ messaging_product: 'whatsapp' }, 'pin is required'],
  [{ messaging_product: 'whatsapp', pin: '12345' }, '6 digits'],
  [
    { messaging_product: 'whatsapp', pin: '123456', data_localization_region: 'XX' },
    'data_localization_region',
  ],
  [{ messaging_product: 'whatsapp', pin: '123456', backup: {} }, 'backup'],
])('registering with %j is refused', async (body, reason) => {
  const answer = await office.ask('POST', `/${sample.numberId}/register`, { body });
  expect(answer.body.message).toContain(reason);
});

test('what is not verified, locked, deleted a moment ago or in the app cannot be registered', async () => {
  const { numbers, wabas } = office.emulator.directory;
  numbers.change(sample.secondNumberId, { codeStatus: 'NOT_VERIFIED' });
  expect((await register('123456', sample.secondNumberId)).body.code).toBe(133006);
  numbers.change(sample.secondNumberId, { onBusinessApp: true });
  expect((await register('123456', sample.secondNumberId)).body.message).toContain('WhatsApp Business app');
  wabas.change(sample.wabaId, { locked: true });
  expect((await register('123456')).body.code).toBe(131031);
  wabas.change(sample.wabaId, { locked: false });
  numbers.change(sample.secondNumberId, {
    phone: '912614001234',
    status: 'DELETED',
    deletedAt: office.emulator.world.clock.now(),
  });
  expect((await register('123456')).body.code).toBe(133015);
  await office.emulator.world.travel(5 * minute);
  expect((await register('123456')).status).toBe(200);
});

test('the storage region is kept, and local storage shows in the settings', async () => {
  const body = { messaging_product: 'whatsapp', pin: '123456', data_localization_region: 'IN' };
  await office.ask('POST', `/${sample.numberId}/register`, { body });
  const settings = await office.ask('GET', `/${sample.numberId}/settings`);
  expect(settings.body.storage_configuration).toEqual({
    status: 'IN_COUNTRY_STORAGE_ENABLED',
    data_localization_region: 'IN',
  });
});
