import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PairRate } from './pair-rate.ts';

function send(rate: PairRate, pair: string, now: number): boolean {
  if (!rate.mayTake(pair, now)) return false;
  rate.take(pair, now);
  return true;
}

describe('a number and one customer', () => {
  test('have a burst of 45, and then a message each six seconds', () => {
    const rate = new PairRate();
    const burst = Array.from({ length: 60 }, () => send(rate, 'p', 0)).filter(Boolean);
    expect(burst).toHaveLength(45);
    expect([send(rate, 'p', 5999), send(rate, 'p', 6000), send(rate, 'p', 6001)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('have the whole burst again once all of it was waited for', () => {
    const rate = new PairRate();
    for (let count = 0; count < 45; count++) send(rate, 'p', 0);
    const again = Array.from({ length: 60 }, () => send(rate, 'p', 45 * 6000)).filter(Boolean);
    expect(again).toHaveLength(45);
  });

  test('never have more than the burst and one for each six seconds, in any span of time', () => {
    const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(pauses, (given) => {
        const rate = new PairRate();
        const taken: number[] = [];
        let now = 0;
        for (const pause of given) {
          now += pause;
          if (send(rate, 'p', now)) taken.push(now);
        }
        for (const [first, from] of taken.entries()) {
          const allowed = (at: number): number => 45 + Math.floor((at - from) / 6000);
          for (const [later, at] of taken.slice(first).entries())
            expect(later + 1).toBeLessThanOrEqual(allowed(at));
        }
      }),
    );
  });

  test('are independent of all others, and of refused tries', () => {
    const rate = new PairRate();
    for (let count = 0; count < 100; count++) send(rate, 'p', 0);
    expect(send(rate, 'q', 0)).toBe(true);
    expect(send(rate, 'p', 6000)).toBe(true);
  });

  test('are forgotten when there is nothing left to wait for', () => {
    const rate = new PairRate();
    for (let pair = 0; pair < 5000; pair++) send(rate, `p${pair}`, pair * 6000);
    expect(rate.size).toBeLessThan(2100);
  });
});
