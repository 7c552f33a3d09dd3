import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takesCallsAt } from './hours.ts';

const shop = {
  status: 'ENABLED' as const,
  timezone_id: 'Asia/Kolkata',
  weekly_operating_hours: [
    { day_of_week: 'MONDAY', open_time: '1000', close_time: '1330' },
    { day_of_week: 'MONDAY', open_time: '1430', close_time: '1900' },
  ],
  holiday_schedule: [{ date: '2026-11-09', start_time: '0000', end_time: '2359' }],
};

const india = (date: string, time: string) => Date.parse(`${date}T${time}:00+05:30`);

test.each([
  ['2026-10-05', '09:59', false],
  ['2026-10-05', '10:00', true],
  ['2026-10-05', '13:30', false],
  ['2026-10-05', '18:59', true],
  ['2026-10-06', '11:00', false],
  ['2026-11-09', '11:00', false],
  ['2026-11-09', '23:59', false],
  ['2026-11-16', '11:00', true],
])('on %s at %s the shop takes calls: %s', (date, time, open) => {
  expect(takesCallsAt(shop, india(date, time))).toBe(open);
});

test('without hours, or with hours that are switched off, calls are taken at any moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
      expect(takesCallsAt(undefined, at)).toBe(true);
      expect(takesCallsAt({ ...shop, status: 'DISABLED' }, at)).toBe(true);
    }),
  );
});
