import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import type { JsonObject } from '../../world/json.ts';
import { judge } from './names.ts';

let office: Office;
beforeEach(() => (office = openOffice(createAccounts)));
afterEach(() => office.close());

const update = (body: JsonObject): Promise<Answer> => office.ask('POST', `/${sample.numberId}`, { body });

test('a new name is reviewed, announced, and worn after registering again', async () => {
  const { body } = await office.ask('POST', `/${sample.numberId}?new_display_name=Surat%20Silks%20House`);
  expect(body).toEqual({ success: true });
  const fields = 'verified_name,new_display_name,new_name_status';
  expect((await office.ask('GET', `/${sample.numberId}?fields=${fields}`)).body).toMatchObject({
    verified_name: 'Surat Silks',
    new_display_name: 'Surat Silks House',
    new_name_status: 'PENDING_REVIEW',
  });
  await office.emulator.world.travel(5000);
  expect(await office.told('phone_number_name_update')).toEqual([
    {
      display_phone_number: '912614001234',
      decision: 'APPROVED',
      requested_verified_name: 'Surat Silks House',
      rejection_reason: null,
    },
  ]);
  await office.ask('POST', `/${sample.numberId}/register`, {
    body: { messaging_product: 'whatsapp', pin: '123456' },
  });
  expect((await office.ask('GET', `/${sample.numberId}?fields=${fields}`)).body).toEqual({
    id: sample.numberId,
    verified_name: 'Surat Silks House',
    new_name_status: 'NONE',
  });
});

test('only the last of several names is decided', async () => {
  await update({ new_display_name: 'Surat Silks One' });
  await office.emulator.world.travel(3000);
  await update({ new_display_name: 'Surat Silks Two' });
  await office.emulator.world.travel(3000);
  expect(await office.told('phone_number_name_update')).toEqual([]);
  await office.emulator.world.travel(3000);
  const told = await office.told('phone_number_name_update');
  expect(told.map((one) => one.requested_verified_name)).toEqual(['Surat Silks Two']);
});

test.each([
  ['Lucky Shrub', 'APPROVED'],
  ['रेशम घर', 'APPROVED'],
  ['12345', 'REJECTED'],
  ['Best deals 🔥', 'REJECTED'],
  ['www.deals.in', 'REJECTED'],
  ['Silks!!!', 'REJECTED'],
])('the name %s is %s', (name, decision) => {
  expect(judge(name).decision).toBe(decision);
});

test('the PIN is changed, and that is announced', async () => {
  expect((await update({ pin: '150954' })).body).toEqual({ success: true });
  expect(await office.told('security')).toEqual([
    { display_phone_number: '912614001234', event: 'PIN_CHANGED' },
  ]);
  expect((await update({ pin: '15' })).body.code).toBe(100);
});

test('a callback of its own passes the handshake, and an empty one takes it away', async () => {
  const callback = 'https://alt.example.in/webhook';
  const wrong = await update({
    webhook_configuration: { override_callback_uri: callback, verify_token: 'the wrong one' },
  });
  expect(wrong.body.code).toBe(2200);
  await update({ webhook_configuration: { override_callback_uri: callback, verify_token: 'the right one' } });
  const { numbers } = office.emulator.directory;
  expect(numbers.get(sample.numberId)?.callbackUrl).toBe(callback);
  await update({ webhook_configuration: { override_callback_uri: '' } });
  expect(numbers.get(sample.numberId)?.callbackUrl).toBeUndefined();
});

test('a body that changes nothing, and what is not an object, are refused', async () => {
  expect((await update({})).body.message).toContain('is required');
  expect((await update({ webhook_configuration: 'x' })).body.message).toContain('must be an object');
  expect((await update({ new_display_name: 'x' })).body.message).toContain('at least 2');
});
