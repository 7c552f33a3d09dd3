import { expect, it } from 'vitest';
import { byWhatHelps } from './by-what-helps.ts';

it('puts what a person can mend first, and keeps the rest in one order', () => {
  const reasons = ['too_deep', 'failed', 'not_json', 'unknown_number', 'of tomorrow'];
  expect(reasons.toSorted(byWhatHelps)).toEqual([
    'unknown_number',
    'failed',
    'not_json',
    'of tomorrow',
    'too_deep',
  ]);
});
