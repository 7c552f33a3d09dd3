import { expect, test } from 'vitest';
import { peopleADay } from './messaging-limit.ts';

test.each([
  ['TIER_50', 50],
  ['TIER_250', 250],
  ['TIER_NOT_SET', 250],
  ['TIER_2K', 2_000],
  // No tier of today's; Meta tells limits as numbers, too, and adds tiers without notice.
  ['TIER_25K', 25_000],
  ['TIER_100K', 100_000],
  ['TIER_UNLIMITED', null],
  ['UNTIERED', null],
  ['TIER_', null],
  ['tier_250', null],
  [null, null],
])('%s allows %s new people a day', (word, people) => {
  expect(peopleADay(word)).toBe(people);
});
