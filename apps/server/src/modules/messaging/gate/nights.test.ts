import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nightsAt, nightUntil, type Hours } from './nights.ts';

const day: Hours = { opens: '09:00', closes: '21:00' };
const at = (text: string): Date => new Date(text);
const until = (zone: string, time: string, hours = day): string | null =>
  nightUntil(zone, at(time), hours)?.toISOString() ?? null;

test('in the evening it waits for the next morning, before dawn for the same one', () => {
  expect(until('Asia/Kolkata', '2026-11-20T15:29:59Z')).toBeNull();
  expect(until('Asia/Kolkata', '2026-11-20T15:30:00Z')).toBe('2026-11-21T03:30:00.000Z');
  expect(until('Asia/Kolkata', '2026-11-20T20:00:00Z')).toBe('2026-11-21T03:30:00.000Z');
  expect(until('Asia/Kolkata', '2026-11-21T03:30:00Z')).toBeNull();
});

test('on a Sunday it may be night for longer', () => {
  const hours = { opens: '10:00', closes: '21:00', sundayOpens: '11:00' };
  // Saturday evening, Sunday morning and evening in India.
  expect(until('Asia/Kolkata', '2026-11-21T16:00:00Z', hours)).toBe('2026-11-22T05:30:00.000Z');
  expect(until('Asia/Kolkata', '2026-11-22T05:00:00Z', hours)).toBe('2026-11-22T05:30:00.000Z');
  expect(until('Asia/Kolkata', '2026-11-22T05:30:00Z', hours)).toBeNull();
  expect(until('Asia/Kolkata', '2026-11-22T16:00:00Z', hours)).toBe('2026-11-23T04:30:00.000Z');
});

test('zones of odd minutes have their own morning', () => {
  expect(until('Asia/Kathmandu', '2026-11-20T20:00:00Z')).toBe('2026-11-21T03:15:00.000Z');
  expect(until('Pacific/Chatham', '2026-11-20T10:00:00Z')).toBe('2026-11-20T19:15:00.000Z');
  expect(until('Pacific/Kiritimati', '2026-11-20T10:00:00Z')).toBe('2026-11-20T19:00:00.000Z');
});

test('the night in which clocks change is an hour shorter or longer', () => {
  expect(until('Europe/London', '2026-03-28T22:00:00Z')).toBe('2026-03-29T08:00:00.000Z');
  expect(until('Europe/London', '2026-10-24T22:00:00Z')).toBe('2026-10-25T09:00:00.000Z');
  expect(until('America/New_York', '2026-11-01T03:00:00Z')).toBe('2026-11-01T14:00:00.000Z');
});

test('where clocks leap over the morning it begins when they have leapt', () => {
  // 02:00 to 03:00 is not there.
  expect(until('Europe/Berlin', '2026-03-29T00:30:00Z', { opens: '02:30', closes: '21:00' })).toBe(
    '2026-03-29T01:00:00.000Z',
  );
});

test('hours may last over midnight, or always', () => {
  expect(until('UTC', '2026-11-20T23:00:00Z', { opens: '18:00', closes: '02:00' })).toBeNull();
  expect(until('UTC', '2026-11-20T02:00:00Z', { opens: '18:00', closes: '02:00' })).toBe(
    '2026-11-20T18:00:00.000Z',
  );
  expect(until('UTC', '2026-11-20T02:00:00Z', { opens: '08:00', closes: '08:00' })).toBeNull();
});

test('whose zone is not known is asked by country, and by the workspace last', () => {
  const asked = { at: at('2026-11-20T16:00:00Z'), hours: day, workspaceTimeZone: 'Asia/Kolkata' };
  expect(nightsAt(['@AE', '@GB', '@IN', '@XX', '@', 'Nowhere/Known', 'Europe/London'], asked)).toEqual({
    '@IN': '2026-11-21T03:30:00.000Z',
    '@XX': '2026-11-21T03:30:00.000Z',
    '@': '2026-11-21T03:30:00.000Z',
    'Nowhere/Known': '2026-11-21T03:30:00.000Z',
  });
});

const clocks = new Map<string, Intl.DateTimeFormat>();

const localMinutes = (zone: string, time: Date): number => {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  clocks.set(zone, clock);
  const parts = clock.format(time);
  return Number(parts.slice(0, 2)) * 60 + Number(parts.slice(3));
};

test('it is night until the first minute at which clocks there show the hours', () => {
  const zones = [
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Europe/London',
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/Santiago',
  ];
  const changes = [
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-10-04',
    '2026-10-25',
    '2026-11-01',
    '2026-07-15',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...changes),
      fc.integer({ min: -1440, max: 1440 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 1439 }),
      (zone, date, shift, opens, closes) => {
        const time = new Date(at(`${date}T00:00:00Z`).getTime() + shift * 60_000);
        const clock = (minutes: number): string =>
          `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const isOpen = (when: Date): boolean => {
          const local = localMinutes(zone, when);
          if (opens === closes) return true;
          return opens < closes ? local >= opens && local < closes : local >= opens || local < closes;
        };
        let first = time;
        while (!isOpen(first)) first = new Date(first.getTime() + 60_000);
        const found = nightUntil(zone, time, { opens: clock(opens), closes: clock(closes) });
        expect(found?.getTime() ?? time.getTime()).toBe(first.getTime());
      },
    ),
    { numRuns: 150 },
  );
});
