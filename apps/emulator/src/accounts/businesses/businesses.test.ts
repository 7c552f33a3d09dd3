import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Office, openOffice } from '../test/office.ts';

let office: Office;
beforeEach(() => (office = openOffice(createAccounts)));
afterEach(() => office.close());

test('assets can be read as fields, with the wanted fields of each and always its id', async () => {
  const fields =
    'businesses{name,owned_whatsapp_business_accounts{name,phone_numbers.limit(1){verified_name}}}';
  const { body } = await office.ask('GET', `/me?fields=${encodeURIComponent(fields)}`);
  expect(body).toMatchObject({
    businesses: {
      data: [
        {
          id: sample.businessId,
          name: 'Surat Silks',
          owned_whatsapp_business_accounts: {
            data: [
              {
                id: sample.wabaId,
                name: 'Surat Silks',
                phone_numbers: { data: [{ id: sample.numberId, verified_name: 'Surat Silks' }] },
              },
            ],
          },
        },
      ],
    },
  });
});

test('one account is found by its id, and a strange id finds none', async () => {
  const edge = `/${sample.businessId}/owned_whatsapp_business_accounts`;
  expect((await office.ask('GET', `${edge}?find=${sample.wabaId}`)).body.data).toHaveLength(1);
  expect((await office.ask('GET', `${edge}?find=${sample.clinicWabaId}`)).body.data).toEqual([]);
});

test('a partner verifies a number before a customer takes it', async () => {
  const edge = `/${sample.businessId}/add_phone_numbers`;
  const phone = '+91 98250 54321';
  const { body } = await office.ask('POST', edge, { body: { phone_number: phone } });
  const id = String(body.id);
  expect((await office.ask('POST', edge, { body: { phone_number: phone } })).body.message).toContain(
    'in use',
  );
  expect((await office.ask('POST', edge, { body: { phone_number: '1' } })).body.message).toContain('valid');

  const add = () =>
    office.ask('POST', `/${sample.wabaId}/phone_numbers`, {
      body: { preverified_id: id, verified_name: 'Surat Silks Export', phone_number: phone },
    });
  expect((await add()).body.message).toContain('preverified_id');
  const pending = await office.ask(
    'GET',
    `/${sample.businessId}/preverified_numbers?verification_status=PENDING`,
  );
  expect(pending.body.data).toEqual([
    { id, display_phone_number: '+91 98250 54321', verification_status: 'PENDING' },
  ]);

  await office.ask('POST', `/${id}/request_code`, { body: { code_method: 'SMS', language: 'en_US' } });
  expect((await office.ask('POST', `/${id}/verify_code`, { body: { code: '1' } })).body.code).toBe(136025);
  await office.ask('POST', `/${id}/verify_code`, { body: { code: '123456' } });
  const added = String((await add()).body.id);
  expect((await office.ask('GET', `/${added}?fields=code_verification_status`)).body).toMatchObject({
    code_verification_status: 'VERIFIED',
  });
  expect((await office.ask('GET', `/${sample.businessId}/preverified_numbers`)).body.data).toEqual([]);
});

test("a pre-verified number is nobody else's, and can be given up", async () => {
  const { body } = await office.ask('POST', `/${sample.businessId}/add_phone_numbers`, {
    body: { phone_number: '+919825054321' },
  });
  const address = `/${String(body.id)}`;
  expect((await office.ask('DELETE', address, { token: sample.clinicToken })).status).toBe(403);
  expect((await office.ask('DELETE', address)).body).toEqual({ success: true });
});
