import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Priced, priceOf } from './pricing.ts';

const usual: Priced = {
  day: '2026-10-01',
  category: 'service',
  inWindow: true,
  inFreeEntry: false,
  lite: false,
  country: 'IN',
  allowance: 0,
};

const priced = (more: Partial<Priced>) => {
  const { pricing, cost } = priceOf({ ...usual, ...more });
  return `${pricing.category} ${pricing.type} ${cost / 1_000_000}`;
};

describe('a price in India', () => {
  test.each([
    ['marketing', '2025-12-31', 'marketing regular 0.7846'],
    ['marketing', '2026-01-01', 'marketing regular 0.8631'],
    ['marketing', '2026-10-01', 'marketing regular 0.8631'],
    ['authentication', '2026-10-01', 'authentication regular 0.115'],
  ] as const)('of %s on %s is %s, inside and outside of the window', (category, day, price) => {
    expect(priced({ category, day })).toBe(price);
    expect(priced({ category, day, inWindow: false })).toBe(price);
  });

  test.each([
    ['2026-09-30', true, 'utility free_customer_service 0'],
    ['2026-09-30', false, 'utility regular 0.115'],
    ['2026-10-01', true, 'utility regular 0.115'],
    ['2026-10-01', false, 'utility regular 0.115'],
  ] as const)('of utility on %s, with the window open: %s, is %s', (day, inWindow, price) => {
    expect(priced({ category: 'utility', day, inWindow })).toBe(price);
  });

  test.each([
    ['2026-09-30', 0, 'service free_customer_service 0'],
    ['2026-10-01', 1, 'service free_customer_service 0'],
    ['2026-10-01', 0, 'service regular 0.115'],
  ] as const)('of a reply on %s with %i free ones left is %s', (day, allowance, price) => {
    expect(priced({ day, allowance })).toBe(price);
  });

  test('of marketing by its own API is told apart', () => {
    expect(priced({ category: 'marketing', lite: true })).toBe('marketing_lite regular 0.8631');
    expect(priced({ category: 'utility', lite: true })).toBe('utility regular 0.115');
  });

  test.each([
    ['AE', 'IN', '2026-03-31', 'authentication_international regular 2.3'],
    ['AE', 'IN', '2026-04-01', 'authentication_international regular 2.4971'],
    ['IN', 'IN', '2026-04-01', 'authentication regular 0.115'],
    ['IN', 'US', '2026-04-01', 'authentication regular 0.115'],
    [undefined, 'IN', '2026-04-01', 'authentication regular 0.115'],
  ])('of an authentication from %s to %s on %s is %s', (from, country, day, price) => {
    const internationalFrom = from === undefined ? {} : { internationalFrom: from };
    expect(priced({ category: 'authentication', country, day, ...internationalFrom })).toBe(price);
  });

  test('is nothing for anything inside of a free entry window', () => {
    const anything = fc.record({
      day: fc.constantFrom('2025-12-31', '2026-09-30', '2026-10-01'),
      category: fc.constantFrom(
        'marketing' as const,
        'utility' as const,
        'authentication' as const,
        'service' as const,
      ),
      inWindow: fc.boolean(),
      lite: fc.boolean(),
      country: fc.constantFrom('IN', 'US'),
      allowance: fc.integer({ min: -1, max: 1 }),
    });
    fc.assert(
      fc.property(anything, (one) => {
        expect(priced({ ...one, inFreeEntry: true })).toBe('referral_conversion free_entry_point 0');
        const { pricing, cost } = priceOf({ ...usual, ...one });
        expect(pricing.billable).toBe(pricing.type === 'regular');
        expect(cost > 0).toBe(pricing.billable);
      }),
    );
  });
});
