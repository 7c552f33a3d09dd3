import { expect, test } from 'vitest';
import { Calendar } from './calendar.ts';

test.each([
  ['2026-09-30T18:29:59.999Z', 'Asia/Kolkata', '2026-09-30'],
  ['2026-09-30T18:30:00Z', 'Asia/Kolkata', '2026-10-01'],
  ['2026-09-30T18:15:00Z', 'Asia/Kathmandu', '2026-10-01'],
  ['2026-09-30T18:14:59Z', 'Asia/Kathmandu', '2026-09-30'],
  ['2026-10-01T06:59:59Z', 'America/Los_Angeles', '2026-09-30'],
  ['2026-12-31T23:59:59Z', 'UTC', '2026-12-31'],
])('at %s in %s it is %s', (moment, zone, day) => {
  expect(new Calendar().dayIn(zone, Date.parse(moment))).toBe(day);
});

test('zones are kept apart, and time may go on and back', () => {
  const calendar = new Calendar();
  const [before, after] = [Date.parse('2026-09-30T18:29:00Z'), Date.parse('2026-09-30T18:31:00Z')];
  const days = [before, after, before].map((at) => [
    calendar.dayIn('Asia/Kolkata', at),
    calendar.dayIn('UTC', at),
  ]);
  expect(days).toEqual([
    ['2026-09-30', '2026-09-30'],
    ['2026-10-01', '2026-09-30'],
    ['2026-09-30', '2026-09-30'],
  ]);
});
