import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfHour, type Row } from './ledger.ts';
import type { Granularity } from './periods.ts';
import { amount, summarise, timesOf } from './summary.ts';

const from = Date.UTC(2026, 9, 1);

const rows = fc
  .array(
    fc.record({
      place: fc.nat(48 * 60),
      country: fc.constantFrom('IN', 'AE', 'US'),
      phone: fc.constantFrom('912614001234', '912614005678'),
      count: fc.nat(100),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list
      .map(({ place, country, phone, count }): Row => {
        return { at: from + place * halfHour, circumstances: [phone, country], sums: [count] };
      })
      .sort((one, other) => one.at - other.at),
  );

const totalOf = (list: { sums: number[] }[]): number =>
  list.reduce((sum, { sums: [count = 0] }) => sum + count, 0);

test('nothing is lost or counted twice, however rows are put together', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom<Granularity>('HALF_HOUR', 'DAY', 'MONTH'),
      fc.subarray([0, 1]),
      (list, granularity, by) => {
        const points = summarise(list, { granularity, timezone: 'Asia/Kolkata', only: [], by });
        expect(totalOf(points)).toBe(totalOf(list));
        const keys = points.map(({ period, circumstances }) =>
          [period.from, ...by.map((place) => circumstances[place])].join(),
        );
        expect(new Set(keys).size).toBe(keys.length);
      },
    ),
  );
});

test('only what was asked for counts', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const asked = { granularity: 'DAY', timezone: 'UTC', only: [[], ['IN', 'AE']], by: [1] } as const;
      const wanted = list.filter(({ circumstances: [, country] }) => country !== 'US');
      const points = summarise(list, asked);
      expect(totalOf(points)).toBe(totalOf(wanted));
      expect(points.every(({ circumstances: [, country] }) => country !== 'US')).toBe(true);
    }),
  );
});

test('times are told in seconds, money in the currency', () => {
  const point = { period: { from, to: from + halfHour }, circumstances: [], sums: [] };
  expect(timesOf(point)).toEqual({ start: from / 1000, end: from / 1000 + 1800 });
  expect(amount(863_100)).toBe(0.8631);
  expect(amount(0.4)).toBe(0);
});
