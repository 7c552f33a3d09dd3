import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

/** Sends as a busy lane does, looking after each of these pauses, and says when each message left. */
function sendThrough(pace: Pace, pauses: readonly number[]): number[] {
  const times: number[] = [];
  let now = 0;
  for (const pause of pauses) {
    now += pause;
    for (let left = pace.allowed(now); left > 0; left--) {
      pace.spend();
      times.push(now);
    }
  }
  return times;
}

const mostInASecond = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 1_000).length));

test('whatever stalls and bursts there are, no second holds more than the rate', () => {
  const pause = fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 2_000 }));
  fc.assert(
    fc.property(fc.constantFrom(5, 20, 80, 250), fc.array(pause, { maxLength: 300 }), (rate, pauses) => {
      expect(mostInASecond(sendThrough(new Pace(rate, 0), pauses))).toBeLessThanOrEqual(rate);
    }),
    { numRuns: 60 },
  );
});

test.each([20, 80, 1_000])('a number of %i a second uses nearly all of it', (rate) => {
  const times = sendThrough(new Pace(rate, 0), Array(2_500).fill(4));
  expect(times.length / 10).toBeGreaterThan(rate * 0.88);
});

test('after a refusal as too many it goes slower, and finds back by itself', () => {
  const pace = new Pace(80, 0);
  pace.slowDown(0);
  pace.slowDown(10);
  expect(pace.perSecond).toBeCloseTo(80 * 0.93 * 0.8);
  sendThrough(pace, Array(400).fill(10));
  expect(pace.perSecond).toBeCloseTo(80 * 0.93);
});
