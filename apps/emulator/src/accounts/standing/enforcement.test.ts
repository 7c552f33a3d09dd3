import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { noon, type Office, openOffice } from '../test/office.ts';
import { day } from '../times.ts';

let office: Office;
let accounts: Accounts;
beforeEach(() => {
  office = openOffice((emulator) => (accounts = createAccounts(emulator)));
});
afterEach(() => office.close());

const waba = () => office.emulator.directory.wabas.get(sample.wabaId);
const number = () => {
  const found = office.emulator.directory.numbers.get(sample.numberId);
  if (!found) throw new Error('The sample has no number.');
  return found;
};
const told = () => office.told('account_update');

test('a restriction blocks what it names, is announced with its end, and ends by itself', async () => {
  accounts.enforcement.restrict(sample.wabaId, {
    types: ['RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_ADD_PHONE_NUMBER_ACTION'],
    days: 3,
    violation: 'SCAM',
  });
  const expiration = (noon + 3 * day) / 1000;
  expect(await told()).toEqual([
    {
      event: 'ACCOUNT_RESTRICTION',
      violation_info: { violation_type: 'SCAM' },
      restriction_info: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration },
        { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', expiration },
      ],
    },
  ]);
  expect(accounts.refusalToSend(number(), 'business')?.code).toBe(368);
  expect(accounts.refusalToSend(number(), 'customer')).toBeNull();
  await office.emulator.world.travel(3 * day);
  expect(waba()?.restrictions).toEqual([]);
});

test('a longer restriction of the same kind is not ended by the shorter one', async () => {
  const types = ['RESTRICTED_BIZ_INITIATED_MESSAGING'] as const;
  accounts.enforcement.restrict(sample.wabaId, { types: [...types], days: 1 });
  accounts.enforcement.restrict(sample.wabaId, { types: [...types], days: 7 });
  await office.emulator.world.travel(day);
  expect(waba()?.restrictions).toHaveLength(1);
  accounts.enforcement.lift(sample.wabaId, 'RESTRICTED_BIZ_INITIATED_MESSAGING');
  expect(waba()?.restrictions).toEqual([]);
});

test('violations lead from a warning over restrictions and the lock to the ban', () => {
  const steps = Array.from({ length: 8 }, () => accounts.enforcement.escalate(sample.wabaId, 'ALCOHOL'));
  expect(steps).toEqual([
    'warning',
    'one day without templates',
    'three days without templates',
    'five days without messages',
    'seven days without messages',
    'thirty days without messages',
    'lock',
    'ban',
  ]);
  expect(number().status).toBe('BANNED');
});

test('a ban is announced, comes on its day, and is taken back by an appeal', async () => {
  accounts.enforcement.disable(sample.wabaId, 2);
  expect(accounts.refusalToSend(number(), 'business')).toBeNull();
  await office.emulator.world.travel(2 * day);
  expect(accounts.refusalToSend(number(), 'customer')?.code).toBe(131031);
  accounts.enforcement.reinstate(sample.wabaId);
  expect(number().status).toBe('CONNECTED');
  expect(accounts.refusalToSend(number(), 'business')).toBeNull();
  expect((await told()).map((one) => one.ban_info)).toEqual([
    { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'October 7, 2026' },
    { waba_ban_state: 'DISABLE', waba_ban_date: 'October 7, 2026' },
    { waba_ban_state: 'REINSTATE', waba_ban_date: 'October 7, 2026' },
  ]);
});

test('an appeal before the day stops an announced ban', async () => {
  accounts.enforcement.disable(sample.wabaId, 2);
  accounts.enforcement.reinstate(sample.wabaId);
  await office.emulator.world.travel(2 * day);
  expect(waba()?.banState).toBeUndefined();
});

test('a locked account neither sends nor registers, and a deleted one has no numbers', async () => {
  accounts.enforcement.lock(sample.wabaId);
  expect(accounts.refusalToSend(number(), 'customer')?.code).toBe(131031);
  accounts.enforcement.deleteAccount(sample.wabaId);
  expect((await told()).at(-1)).toEqual({ event: 'ACCOUNT_DELETED' });
  expect((await office.ask('GET', `/${sample.wabaId}/phone_numbers`)).body.data).toEqual([]);
});

test('an account that is not there is a mistake of who asks', () => {
  expect(() => accounts.enforcement.warn('1', 'SCAM')).toThrow('There is no account 1.');
});
