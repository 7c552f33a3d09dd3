import { describe, expect, test } from 'vitest';
import { movableClock } from '../clock/index.ts';
import { Refusal } from '../errors/index.ts';
import { createRateLimit } from './rate-limit.ts';

/** How many of the tries of one caller are granted when it tries so often a second, for so many seconds. */
function grantedOver(seconds: number, perSecond: number, limit: number): number[] {
  const clock = movableClock();
  const rate = createRateLimit(clock, () => 1);
  const granted: number[] = [];
  for (let second = 0; second < seconds; second += 1) {
    let count = 0;
    for (let at = 0; at < perSecond; at += 1) {
      clock.advance(1_000 / perSecond);
      if (refusalOf(() => rate.take('key', limit)) === null) count += 1;
    }
    granted.push(count);
  }
  return granted;
}

function refusalOf(work: () => void): Refusal | null {
  try {
    work();
    return null;
  } catch (error) {
    return error as Refusal;
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('the limit of requests a minute', () => {
  test.each([60, 600, 6_000])('grants %i within 5 %% in every minute, to one who never stops', (limit) => {
    const granted = grantedOver(300, (limit / 60) * 3, limit);
    for (let from = 0; from + 60 <= granted.length; from += 1) {
      const minute = sum(granted.slice(from, from + 60));
      expect(minute).toBeLessThanOrEqual(limit * 1.05);
      expect(minute).toBeGreaterThanOrEqual(limit * 0.95);
    }
  });

  test('grants everything to one who stays just below it', () => {
    expect(sum(grantedOver(300, 10, 600))).toBe(3_000);
  });

  test('says after how many seconds there is room, and then there is', () => {
    const clock = movableClock();
    const rate = createRateLimit(clock, () => 1);
    for (let at = 0; at < 10; at += 1) {
      rate.take('key', 10);
      clock.advance(2_000);
    }
    const refusal = refusalOf(() => rate.take('key', 10));
    expect(refusal).toMatchObject({ code: 'rate_limited', status: 429, retryAfterSeconds: 40 });
    clock.advance(39_000);
    expect(refusalOf(() => rate.take('key', 10))).not.toBeNull();
    clock.advance(1_000);
    expect(refusalOf(() => rate.take('key', 10))).toBeNull();
  });

  test('counts each caller alone', () => {
    const rate = createRateLimit(movableClock(), () => 1);
    expect(rate.take('first', 1)).toEqual({ limit: 1, remaining: 0 });
    expect(refusalOf(() => rate.take('first', 1))).not.toBeNull();
    expect(refusalOf(() => rate.take('second', 1))).toBeNull();
  });

  test('is shared between the copies of the program', () => {
    const rate = createRateLimit(movableClock(), () => 3);
    expect(rate.take('key', 600).limit).toBe(200);
    expect(rate.take('other', 1).limit).toBe(1);
  });

  test('survives a clock that goes back', () => {
    const clock = movableClock();
    const rate = createRateLimit(clock, () => 1);
    rate.take('key', 2);
    clock.advance(-3_600_000);
    rate.take('key', 2);
    expect(refusalOf(() => rate.take('key', 2))).not.toBeNull();
    clock.advance(3_600_000 + 61_000);
    expect(refusalOf(() => rate.take('key', 2))).toBeNull();
  });
});
