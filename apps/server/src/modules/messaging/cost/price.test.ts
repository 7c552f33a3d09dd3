import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, priceIn, priceOf, tariffOf, type PricedMessage } from './price.ts';
import { zoneOf } from './meta-zones.ts';

const kolkata = 'Asia/Kolkata';
const before = new Date('2026-09-30T18:29:59Z');
const after = new Date('2026-09-30T18:30:00Z');
const message: PricedMessage = {
  category: 'utility',
  country: 'IN',
  windowOpen: false,
  freeEntry: false,
  allowanceLeft: 0,
};
const priced = (at: Date, more: Partial<PricedMessage>) =>
  priceOf({ at, zone: kolkata, currency: 'INR', ...message, ...more });

const regular = (micros: number | null) => ({ micros, type: 'regular' });
const free = { micros: 0, type: 'free_customer_service' };

describe('from the first second of October 2026 in the account’s zone', () => {
  test('utility inside the window is charged, as it always was outside', () => {
    expect(priced(before, { windowOpen: true })).toEqual(free);
    expect(priced(after, { windowOpen: true })).toEqual(regular(115_000));
    expect(priced(before, {})).toEqual(regular(115_000));
  });

  test('free-form is charged once the number’s free thousand is used', () => {
    const service = { category: 'service', windowOpen: true } as const;
    expect(priced(before, service)).toEqual(free);
    expect(priced(after, { ...service, allowanceLeft: 1 })).toEqual(free);
    expect(priced(after, service)).toEqual(regular(115_000));
  });

  test('the same moment is still September for an account in London', () => {
    const asked = { ...message, windowOpen: true, at: after, currency: 'INR' };
    expect(priceOf({ ...asked, zone: 'Europe/London' })).toEqual(free);
  });
});

test('after an ad everything is free, marketing too', () => {
  const price = { micros: 0, type: 'free_entry_point' };
  for (const category of ['marketing', 'utility', 'authentication', 'service'] as const)
    expect(priced(after, { category, freeEntry: true })).toEqual(price);
});

test('each dated price holds from its day on', () => {
  const marketing = (day: string) => priced(new Date(`${day}T12:00:00Z`), { category: 'marketing' }).micros;
  expect(['2025-12-31', '2026-01-01', '2026-04-01', '2026-10-01'].map(marketing)).toEqual([
    784_600, 863_100, 863_100, 863_100,
  ]);
});

test('what no list has is unknown, and never guessed', () => {
  expect(priced(after, { country: 'DE' })).toEqual(regular(null));
  expect(priced(after, { country: null })).toEqual(regular(null));
  expect(priceOf({ ...message, at: after, zone: kolkata, currency: 'USD' })).toEqual(regular(null));
  expect(priceOf({ ...message, at: after, zone: kolkata, currency: null })).toEqual(regular(null));
  expect(priced(new Date('2025-06-01T00:00:00Z'), {})).toEqual(regular(null));
});

test('the workspace’s own prices win, and a line for all countries fills the gaps', () => {
  const rate = { currency: 'INR', category: 'utility', validFrom: '2026-10-05' } as const;
  const own = [
    { ...rate, country: 'IN', micros: 90_000 },
    { ...rate, country: '*', micros: 500_000 },
  ];
  const ask = (day: string, country: string | null) =>
    priceIn(tariffOf({ day, currency: 'INR', own }), { ...message, country }).micros;
  expect([ask('2026-10-04', 'IN'), ask('2026-10-05', 'IN')]).toEqual([115_000, 90_000]);
  expect([ask('2026-10-04', 'DE'), ask('2026-10-05', 'DE'), ask('2026-10-05', null)]).toEqual([
    null,
    500_000,
    500_000,
  ]);
});

test('authentication abroad has a price of its own once a business pays it, and none at home', () => {
  const business = { country: 'SG', internationalSince: '2026-05-01', exceptions: {} };
  const ask = (day: string, more: object = {}) =>
    priceIn(tariffOf({ day, currency: 'INR', business: { ...business, ...more } }), {
      ...message,
      category: 'authentication',
    }).micros;
  expect([ask('2026-04-30'), ask('2026-05-01')]).toEqual([115_000, 2_497_100]);
  expect(ask('2026-05-01', { country: 'IN' })).toBe(115_000);
  expect(ask('2026-05-01', { exceptions: { IN: '2026-06-01' } })).toBe(115_000);
});

test('free is free whatever else is true, and nothing costs less than nothing', () => {
  const flag = fc.boolean();
  fc.assert(
    fc.property(
      fc.record({
        category: fc.constantFrom('marketing', 'utility', 'authentication', 'service'),
        country: fc.constantFrom('IN', 'DE', null),
        windowOpen: flag,
        freeEntry: flag,
        allowanceLeft: fc.integer({ min: -2, max: 2 }),
      }),
      fc.date({ min: new Date('2025-07-02'), max: new Date('2027-12-31'), noInvalidDate: true }),
      (asked, at) => {
        const { micros, type } = priceOf({ ...asked, at, zone: kolkata, currency: 'INR' });
        if (type !== 'regular') expect(micros).toBe(0);
        if (micros !== null) expect(micros).toBeGreaterThanOrEqual(0);
        if (asked.freeEntry) expect(type).toBe('free_entry_point');
      },
    ),
  );
});

test('Meta’s numbers of zones are those of the world, and an unknown one falls back', () => {
  expect([1, 8, 58, 71, 127, 140].map((id) => zoneOf(String(id), 'UTC'))).toEqual([
    'America/Los_Angeles',
    'Asia/Dubai',
    'Europe/London',
    'Asia/Kolkata',
    'Asia/Singapore',
    'Africa/Johannesburg',
  ]);
  expect([zoneOf('9999', kolkata), zoneOf(null, kolkata), zoneOf('x', kolkata)]).toEqual([
    kolkata,
    kolkata,
    kolkata,
  ]);
  const now = new Date('2026-11-21T00:00:00Z');
  for (let id = 1; id <= 140; id++) expect(dayIn(zoneOf(String(id), ''), now)).toMatch(/^2026-11-2[01]$/);
});
