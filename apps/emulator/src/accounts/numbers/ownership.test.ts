import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import { hour, minute } from '../times.ts';

let office: Office;
let id: string;
beforeEach(async () => {
  office = openOffice(createAccounts);
  const body = { cc: '91', phone_number: '98250 12345', verified_name: 'Surat Silks Export' };
  id = String((await office.ask('POST', `/${sample.wabaId}/phone_numbers`, { body })).body.id);
});
afterEach(() => office.close());

const request = (body = { code_method: 'SMS', language: 'en_US' }): Promise<Answer> =>
  office.ask('POST', `/${id}/request_code`, { body });
const verify = (code: string): Promise<Answer> =>
  office.ask('POST', `/${id}/verify_code`, { body: { code } });

test('a new number is verified by its code, registered and connected', async () => {
  const added = await office.ask('GET', `/${id}?fields=display_phone_number,status,code_verification_status`);
  expect(added.body).toEqual({
    id,
    display_phone_number: '+91 98250 12345',
    status: 'PENDING',
    code_verification_status: 'NOT_VERIFIED',
  });
  expect((await request()).body).toEqual({ success: true });
  expect((await verify('123-456')).body).toEqual({ success: true });
  const body = { messaging_product: 'whatsapp', pin: '987654' };
  expect((await office.ask('POST', `/${id}/register`, { body })).body).toEqual({ success: true });
  expect((await office.ask('GET', `/${id}?fields=status,is_pin_enabled`)).body).toMatchObject({
    status: 'CONNECTED',
    is_pin_enabled: true,
  });
});

test('a code is wrong, too old or never asked for', async () => {
  expect((await verify('123456')).body.code).toBe(136025);
  await request();
  expect((await verify('654321')).body.code).toBe(136025);
  expect((await verify('abc')).body.code).toBe(100);
  await office.emulator.world.travel(11 * minute);
  expect((await verify('123456')).body.error_data).toMatchObject({
    details: expect.stringContaining('expired'),
  });
});

test('five wrong codes spoil the right one, and five requests are enough for twelve hours', async () => {
  await request();
  for (let guess = 0; guess < 5; guess++) await verify('000000');
  expect((await verify('123456')).body.code).toBe(136025);
  for (let again = 0; again < 4; again++) expect((await request()).status).toBe(200);
  expect((await request()).body).toMatchObject({
    code: 136024,
    error_data: { details: expect.stringContaining('12 hours') },
  });
  await office.emulator.world.travel(12 * hour);
  expect((await request()).status).toBe(200);
});

test('the world can be set to another code, or to a new one each time', async () => {
  const { settings } = office.emulator.world;
  settings.change('ownership', { code: '777777' });
  await request();
  expect((await verify('777777')).body).toEqual({ success: true });
  expect((await request()).body.error_subcode).toBe(2388091);
});

test('requests without a method or with a strange language are refused', async () => {
  expect((await request({ code_method: 'FAX', language: 'en_US' })).body.message).toContain('{SMS, VOICE}');
  expect((await request({ code_method: 'SMS', language: 'english' })).body.message).toContain('locale');
});
