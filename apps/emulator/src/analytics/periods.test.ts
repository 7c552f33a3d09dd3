import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Granularity, periodOf } from './periods.ts';

const at = (text: string): number => Date.parse(text);

test('a day has 25 hours when clocks go back', () => {
  const { from, to } = periodOf(at('2026-11-01T12:00:00Z'), 'DAY', 'America/New_York');
  expect([from, to]).toEqual([at('2026-11-01T04:00:00Z'), at('2026-11-02T05:00:00Z')]);
});

test('a day that ends after clocks went back begins before they did', () => {
  const { from, to } = periodOf(at('2026-04-04T12:00:00Z'), 'DAY', 'Pacific/Auckland');
  expect([from, to]).toEqual([at('2026-04-04T11:00:00Z'), at('2026-04-05T12:00:00Z')]);
});

test('every moment lies in exactly one period, and periods follow each other without a gap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('2025-01-01'), max: at('2027-12-31') }),
      fc.constantFrom<Granularity>('HALF_HOUR', 'DAY', 'MONTH'),
      fc.constantFrom('Asia/Kolkata', 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'),
      (moment, granularity, timezone) => {
        const { from, to } = periodOf(moment, granularity, timezone);
        expect(from <= moment && moment < to).toBe(true);
        expect(periodOf(to, granularity, timezone).from).toBe(to);
        expect(periodOf(to - 1, granularity, timezone)).toEqual({ from, to });
      },
    ),
  );
});
