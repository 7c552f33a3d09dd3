import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctedRead, differs, hiddenShare, rateOf } from './rates.ts';

test('a share always lies within its interval, and the interval within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (one, other) => {
      const { share, low, high } = rateOf(Math.min(one, other), Math.max(one, other));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      if (share !== null) expect(low <= share && share <= high).toBe(true);
    }),
  );
});

test('the interval is Wilson’s, and of few it is wide and said to be unsure', () => {
  const rate = rateOf(8, 10);
  expect(rate.low).toBeCloseTo(0.4902, 3);
  expect(rate.high).toBeCloseTo(0.9433, 3);
  expect(rate.sure).toBe(false);
  expect(rateOf(0, 0)).toMatchObject({ share: null, sure: false });
  expect(rateOf(800, 1000).sure).toBe(true);
});

test('where every fifth hides receipts 64 % reported are 80 % that read', () => {
  const hidden = hiddenShare({ answered: 1000, answeredUnread: 200 });
  const read = correctedRead(rateOf(640, 1000), hidden)!;
  expect(read.share).toBeCloseTo(0.8, 6);
  expect(read.low).toBeLessThan(0.77);
  expect(read.high).toBeGreaterThan(0.83);
});

test('nothing is corrected by a handful of answers', () => {
  expect(correctedRead(rateOf(640, 1000), hiddenShare({ answered: 9, answeredUnread: 2 }))).toBeNull();
});

test('what differs by chance alone is called alike', () => {
  expect(differs(rateOf(700, 1000), rateOf(690, 1000))).toBe('alike');
  expect(differs(rateOf(500, 1000), rateOf(700, 1000))).toBe('lower');
  expect(differs(rateOf(1, 2), rateOf(700, 1000))).toBe('unknown');
});
