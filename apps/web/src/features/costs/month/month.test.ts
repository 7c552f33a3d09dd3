import { expect, it } from 'vitest';
import type { CostLine, MonthOfCosts } from './month-query.ts';
import { daysOf, otherMonth, rangeOfMonth } from './month.ts';
import { currenciesOf, sumsOf } from './sums.ts';

const line = (key: string, more: Partial<CostLine>): CostLine => ({
  key,
  name: null,
  currency: 'INR',
  messages: 1,
  micros: 0,
  unpriced: 0,
  estimatedMicros: 0,
  differenceMicros: 0,
  ...more,
});

const november: MonthOfCosts = {
  days: [],
  origins: [],
  sources: [],
  numbers: [],
  categories: [
    line('marketing', {
      messages: 10,
      micros: 8_631_000,
      estimatedMicros: 8_000_000,
      differenceMicros: 631_000,
    }),
    line('service', { messages: 40, micros: 0, unpriced: 2 }),
    line('marketing', { currency: 'USD', messages: 3, micros: 30_000_000 }),
  ],
  pricing: [line('free_customer_service', { messages: 40 }), line('regular', { messages: 10 })],
};

it('has the days of each month, however long it is', () => {
  expect(rangeOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(rangeOfMonth('2028-02').to).toBe('2028-02-29');
  expect(daysOf('2026-12')).toHaveLength(31);
  expect(otherMonth('2026-12', 1)).toBe('2027-01');
  expect(otherMonth('2026-01', -1)).toBe('2025-12');
});

it('adds up one currency, and never one with another', () => {
  expect(currenciesOf(november)).toEqual(['USD', 'INR']);
  expect(sumsOf(november, 'INR')).toEqual({
    messages: 50,
    free: 40,
    micros: 8_631_000,
    unpriced: 2,
    estimatedMicros: 8_000_000,
    differenceMicros: 631_000,
  });
  expect(sumsOf(november, 'USD')).toMatchObject({ messages: 3, free: 0, micros: 30_000_000 });
});
