import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPhone } from '../../messages/checks/recipient.ts';
import { createPeople, type People } from '../../people/people.ts';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { type Answer, noon, type Office, openOffice } from '../test/office.ts';
import { day } from '../times.ts';

let office: Office;
let accounts: Accounts;
let people: People;
const wrote = new Map<string, number>();
beforeEach(() => {
  wrote.clear();
  office = openOffice((emulator) => {
    accounts = createAccounts(emulator);
    people = createPeople(emulator.world);
    accounts.blockList.open({
      people,
      lastWroteAt: (_, phone) => wrote.get(phone),
      readPhone,
    });
  });
});
afterEach(() => office.close());

const change = (method: 'POST' | 'DELETE', ...users: JsonObject[]): Promise<Answer> =>
  office.ask(method, `/${sample.numberId}/block_users`, {
    body: { messaging_product: 'whatsapp', block_users: users },
  });

test('a customer who wrote today is blocked, listed and let in again', async () => {
  wrote.set('919876543210', noon);
  expect((await change('POST', { user: '+91 98765 43210' })).body).toEqual({
    messaging_product: 'whatsapp',
    block_users: { added_users: [{ input: '+91 98765 43210', wa_id: '919876543210' }] },
  });
  expect(accounts.blockList.has(sample.numberId, '919876543210')).toBe(true);
  expect(accounts.blockList.has(sample.secondNumberId, '919876543210')).toBe(false);
  expect((await office.ask('GET', `/${sample.numberId}/block_users`)).body.data).toEqual([
    { messaging_product: 'whatsapp', wa_id: '919876543210' },
  ]);
  const removed = await change('DELETE', { user: '9876543210' });
  expect(removed.body.block_users).toMatchObject({ removed_users: [{ wa_id: '919876543210' }] });
  expect(accounts.blockList.has(sample.numberId, '919876543210')).toBe(false);
});

test('what is no number fails alone, and names nobody', async () => {
  wrote.set('919876543210', noon);
  wrote.set('91', noon);
  const { status, body } = await change('POST', { user: 'nobody' }, { user: '9876543210' });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    block_users: {
      added_users: [{ wa_id: '919876543210' }],
      failed_users: [{ input: 'nobody', errors: [{ code: 131009 }] }],
    },
    error: { code: 139100 },
  });
  expect(JSON.stringify(body)).not.toContain('"91"');
});

test('who wrote too long ago is refused without stopping the others', async () => {
  wrote.set('919876543210', noon);
  wrote.set('919876543211', noon - day - 1);
  const { status, body } = await change('POST', { user: '919876543210' }, { user: '919876543211' });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    block_users: {
      added_users: [{ wa_id: '919876543210' }],
      failed_users: [{ input: '919876543211', errors: [{ code: 131047 }] }],
    },
    error: { code: 139100 },
  });
});

test('a customer is blocked by the user id of this portfolio alone', async () => {
  wrote.set('919876543210', noon);
  const person = people.get('919876543210');
  const own = people.userIdOf(sample.businessId, person);
  expect((await change('POST', { user_id: own })).body.block_users).toEqual({
    added_users: [{ input: own, user_id: own }],
  });
  const foreign = people.userIdOf(sample.clinicBusinessId, person);
  expect((await change('POST', { user_id: foreign })).body).toMatchObject({ error: { code: 139100 } });
});

test('other businesses cannot be blocked, and an empty list is refused', async () => {
  wrote.set('912026401234', noon);
  expect((await change('POST', { user: '+912026401234' })).body).toMatchObject({
    block_users: { failed_users: [{ errors: [{ code: 131009 }] }] },
  });
  expect((await change('POST')).body.code).toBe(100);
  expect((await change('POST', {})).body.message).toContain('[user] is required');
});
