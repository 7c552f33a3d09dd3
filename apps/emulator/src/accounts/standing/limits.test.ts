import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { type Office, openOffice } from '../test/office.ts';
import { day, hour, minute } from '../times.ts';
import { UniqueCount } from './unique-count.ts';
import { Usage } from './usage.ts';

let office: Office;
let accounts: Accounts;
beforeEach(() => {
  office = openOffice((emulator) => (accounts = createAccounts(emulator)));
  office.emulator.directory.businesses.change(sample.businessId, { tier: 'TIER_250' });
});
afterEach(() => office.close());

const { businessId } = sample;
const reach = (count: number, from = 0): void => {
  for (let person = from; person < from + count; person++) {
    accounts.limits.mayOpenConversation(businessId, `p${person}`);
    accounts.limits.noteDelivered(businessId, `p${person}`);
  }
};

test('beyond the limit nobody new is reached until a day has passed, but everybody of today is', async () => {
  reach(250);
  expect(accounts.limits.mayOpenConversation(businessId, 'one more')).toBe(false);
  expect(accounts.limits.mayOpenConversation(businessId, 'p0')).toBe(true);
  await office.emulator.world.travel(day);
  expect(accounts.limits.mayOpenConversation(businessId, 'one more')).toBe(true);
});

test('messages under way keep their places, and give them back when nothing comes of them', async () => {
  for (let person = 0; person < 250; person++) accounts.limits.mayOpenConversation(businessId, `p${person}`);
  expect(accounts.limits.mayOpenConversation(businessId, 'one more')).toBe(false);
  await office.emulator.world.travel(10 * minute);
  expect(accounts.limits.mayOpenConversation(businessId, 'one more')).toBe(true);
});

test('the limit holds in every moving day, whatever is delivered when', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ person: fc.nat(30), wait: fc.nat(6 * hour) }), { maxLength: 120 }),
      fc.integer({ min: 1, max: 10 }),
      (sends, limit) => {
        const usage = new Usage();
        const delivered: { person: string; at: number }[] = [];
        let now = 0;
        for (const { person, wait } of sends) {
          now += wait;
          if (!usage.take(String(person), limit, now)) continue;
          usage.note(String(person), now);
          delivered.push({ person: String(person), at: now });
          const within = delivered.filter(({ at }) => now - at < day);
          expect(new Set(within.map((one) => one.person)).size).toBeLessThanOrEqual(limit);
        }
      },
    ),
  );
});

test('half of the limit in a week raises it within six hours, and every account hears it', async () => {
  accounts.limits.setTier(businessId, 'TIER_2K');
  reach(999);
  await office.emulator.world.travel(6 * hour);
  expect(office.emulator.directory.businesses.get(businessId)?.tier).toBe('TIER_2K');
  reach(1, 5000);
  await office.emulator.world.travel(6 * hour);
  expect(office.emulator.directory.businesses.get(businessId)?.tier).toBe('TIER_10K');
  expect(await office.told('business_capability_update')).toEqual([
    { max_daily_conversations_per_business: 'TIER_2K', max_phone_numbers_per_waba: 25 },
    { max_daily_conversations_per_business: 'TIER_10K', max_phone_numbers_per_waba: 25 },
  ]);
});

test('bad quality keeps the limit where it is, and so does a world that is set so', async () => {
  accounts.limits.setTier(businessId, 'TIER_2K');
  accounts.decisions.setQuality(sample.numberId, 'RED');
  reach(1500);
  await office.emulator.world.travel(6 * hour);
  expect(office.emulator.directory.businesses.get(businessId)?.tier).toBe('TIER_2K');
});

test('two thousand in a month lift the first limit, unless quality falls before the analysis', async () => {
  const { world, directory } = office.emulator;
  for (let batch = 0; batch < 8; batch++) {
    reach(250, batch * 250);
    if (batch < 7) await world.travel(day);
  }
  accounts.decisions.setQuality(sample.numberId, 'RED');
  await world.travel(6 * hour);
  expect(directory.businesses.get(businessId)?.tier).toBe('TIER_250');
  expect(await office.told('account_alerts')).toMatchObject([
    {
      entity_id: businessId,
      alert_info: { alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED' },
    },
  ]);
  accounts.decisions.setQuality(sample.numberId, 'GREEN');
  await world.travel(day);
  reach(1);
  await world.travel(6 * hour);
  expect(directory.businesses.get(businessId)?.tier).toBe('TIER_2K');
});

test('verification lifts a portfolio from the first limit, and its names are looked at', async () => {
  const { businesses, numbers } = office.emulator.directory;
  numbers.change(sample.numberId, { nameStatus: 'AVAILABLE_WITHOUT_REVIEW' });
  accounts.limits.verify(businessId);
  expect(businesses.get(businessId)).toMatchObject({
    verification: 'verified',
    tier: 'TIER_2K',
    numberLimit: 20,
  });
  await office.emulator.world.travel(5000);
  expect(await office.told('phone_number_name_update')).toMatchObject([{ decision: 'APPROVED' }]);
});

test('who is without a limit is not remembered', () => {
  accounts.limits.setTier(businessId, 'TIER_UNLIMITED');
  reach(1000);
  expect(accounts.limits.used(businessId)).toBe(0);
  expect(accounts.limits.mayOpenConversation(businessId, 'anybody')).toBe(true);
});

test('usage survives a snapshot', async () => {
  reach(250);
  const { world } = office.emulator;
  await world.save();
  accounts.limits.setTier(businessId, 'TIER_UNLIMITED');
  await world.load();
  expect(accounts.limits.used(businessId)).toBe(250);
});

test('uniques are counted within a few in a hundred, however often they come', () => {
  for (const size of [10, 1000, 100_000]) {
    const count = new UniqueCount();
    for (let round = 0; round < 2; round++)
      for (let person = 0; person < size; person++) count.add(`9198${person}`);
    expect(Math.abs(count.size - size) / size).toBeLessThan(0.06);
    expect(new UniqueCount(count.save()).size).toBe(count.size);
  }
});

test('bad quality keeps a number as fast as it is', async () => {
  const { world, directory } = office.emulator;
  world.settings.change('throughput-upgrade', { people: 10 });
  accounts.limits.setTier(businessId, 'TIER_UNLIMITED');
  accounts.decisions.setQuality(sample.numberId, 'RED');
  for (let person = 0; person < 40; person++)
    accounts.throughput.noteDelivered(sample.numberId, `p${person}`);
  await world.travel(12 * hour);
  expect(directory.numbers.get(sample.numberId)?.throughput).toBe('STANDARD');
});

test('the last of the people who were missing is noticed, whatever was sent before', async () => {
  const { world, directory } = office.emulator;
  const { throughput, limits } = accounts;
  for (let person = 0; person < 7; person++) throughput.noteDelivered(sample.numberId, 'somebody');
  world.settings.change('throughput-upgrade', { people: 30 });
  limits.setTier(businessId, 'TIER_UNLIMITED');
  for (let person = 0; person < 33; person++) throughput.noteDelivered(sample.numberId, `p${person}`);
  await world.travel(12 * hour);
  expect(directory.numbers.get(sample.numberId)?.throughput).toBe('HIGH');
});

test('a number that reaches enough people is made faster within twelve hours, after a minute of maintenance', async () => {
  const { world, directory } = office.emulator;
  world.settings.change('throughput-upgrade', { people: 100 });
  accounts.limits.setTier(businessId, 'TIER_UNLIMITED');
  for (let person = 0; person < 110; person++)
    accounts.throughput.noteDelivered(sample.numberId, `p${person}`);
  for (let person = 0; person < 90; person++)
    accounts.throughput.noteDelivered(sample.numberId, `q${person}`);
  await world.travel(12 * hour);
  const number = directory.numbers.get(sample.numberId);
  if (!number) throw new Error('The sample has no number.');
  expect(number.throughput).toBe('HIGH');
  expect(accounts.refusalToSend(number, 'business')?.code).toBe(131057);
  await world.travel(minute);
  expect(accounts.refusalToSend(number, 'business')).toBeNull();
  expect(await office.told('phone_number_quality_update')).toEqual([
    {
      display_phone_number: '912614001234',
      event: 'THROUGHPUT_UPGRADE',
      max_daily_conversations_per_business: 'TIER_UNLIMITED',
    },
  ]);
});
