import { expect, it } from 'vitest';
import type { Counts } from '../queries.ts';
import { summarise } from './summarise.ts';

const now = new Date('2026-11-21T06:30:00Z');
const before = (seconds: number): string => new Date(now.getTime() - seconds * 1_000).toISOString();
const ready = { numberId: 'silks', state: 'ready', hold: null } as const;

const counts: Counts = {
  counts: [
    { ...ready, class: 'otp', count: 2, oldestAt: before(5) },
    { ...ready, class: 'marketing', count: 300, oldestAt: before(600) },
    { ...ready, class: 'reply', state: 'unknown', count: 1, oldestAt: before(900) },
  ],
  numbers: [],
  sources: [],
  frozenSince: null,
};

it('adds up what waits by number and kind, with the oldest and what is in doubt', () => {
  expect(summarise(counts, ['silks', 'clinic'], now)).toMatchObject([
    {
      numberId: 'silks',
      total: 303,
      byClass: { otp: 2, reply: 1, utility: 0, marketing: 300 },
      oldestAt: before(900),
      inDoubt: 1,
    },
    { numberId: 'clinic', total: 0, oldestAt: null },
  ]);
});

it('says that nobody serves a number only when something is ready for a while and nothing stops it', () => {
  const lane = { numberId: 'silks', pausedReason: null, pausedAt: null, why: null, isServed: false };
  const unserved = (more: Partial<Counts>): boolean =>
    summarise({ ...counts, ...more }, [], now)[0]!.isUnserved;
  expect(unserved({})).toBe(true);
  expect(unserved({ numbers: [{ ...lane, isServed: true }] })).toBe(false);
  expect(unserved({ numbers: [{ ...lane, pausedAt: before(60) }] })).toBe(false);
  expect(unserved({ frozenSince: before(60) })).toBe(false);
  expect(unserved({ counts: [{ ...counts.counts[1]!, oldestAt: before(20) }] })).toBe(false);
});
