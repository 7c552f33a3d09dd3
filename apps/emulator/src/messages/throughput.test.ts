import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Throughput } from './throughput.ts';

/** Pauses between arrivals in milliseconds: mostly bursts, sometimes quiet. */
const pauses = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 400, max: 1500 }) },
  ),
  { minLength: 1, maxLength: 400 },
);

function mostInASecond(moments: readonly number[]): number {
  let most = 0;
  for (let first = 0, last = 0; last < moments.length; last++) {
    while ((moments[last] as number) - (moments[first] as number) >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

describe('the throughput of a number', () => {
  test.each([20, 80])('is never more than %i in any second, and never less than that', (rate) => {
    fc.assert(
      fc.property(pauses, (given) => {
        const throughput = new Throughput();
        const taken: number[] = [];
        let now = 1_000_000;
        for (const pause of given) {
          now += pause;
          const room = taken.filter((at) => now - at < 1000).length < rate;
          expect(throughput.take('n', rate, now)).toBe(room);
          if (room) taken.push(now);
        }
        expect(mostInASecond(taken)).toBeLessThanOrEqual(rate);
      }),
    );
  });

  test('is a thousand for upgraded numbers', () => {
    const throughput = new Throughput();
    const taken: number[] = [];
    for (let now = 0; now < 5000; now += 0.5) if (throughput.take('n', 1000, now)) taken.push(now);
    expect(mostInASecond(taken)).toBe(1000);
    expect(taken).toHaveLength(5000);
  });

  test('counts what customers write and never refuses it', () => {
    const throughput = new Throughput();
    for (let count = 0; count < 25; count++) throughput.note('n', 20, 0);
    expect(throughput.take('n', 20, 999)).toBe(false);
    expect(throughput.take('n', 20, 1000)).toBe(true);
  });

  test('is its own for each number', () => {
    const throughput = new Throughput();
    for (let count = 0; count < 20; count++) throughput.take('one', 20, 0);
    expect([throughput.take('one', 20, 0), throughput.take('other', 20, 0)]).toEqual([false, true]);
  });

  test('goes on counting when the rate changes in the middle of a second', () => {
    const throughput = new Throughput();
    for (let count = 0; count < 80; count++) throughput.take('n', 80, 0);
    expect(throughput.take('n', 20, 500)).toBe(false);
    expect(throughput.take('n', 1000, 500)).toBe(true);
  });

  test('is nothing at a rate of nothing', () => {
    const throughput = new Throughput();
    throughput.note('n', 0.5, 0);
    expect(throughput.take('n', 0, 0)).toBe(false);
  });

  test('begins anew when the world does', () => {
    const throughput = new Throughput();
    for (let count = 0; count < 20; count++) throughput.take('n', 20, 10_000);
    throughput.forgetAll();
    expect(throughput.take('n', 20, 0)).toBe(true);
  });
});
