import type { Clock } from '../clock/index.ts';
import { Refusal } from '../errors/index.ts';

/** Requests of the last minute, by the second in which they came. */
interface Minute {
  counts: Uint32Array;
  total: number;
  second: number;
}

export interface RateLimit {
  /** Takes one request of what the caller has left, or refuses with the seconds to wait. */
  take(caller: string, perMinute: number): RateAllowance;
}

interface RateAllowance {
  limit: number;
  remaining: number;
}

const mostCallers = 50_000;
const window = 60;

/**
 * A sliding minute per caller: in no sixty seconds are there more requests than granted, give or take what a second
 * holds. It lives in this process: with several copies of the program behind a balancer, `share` is how many there
 * are, and each grants its part.
 */
export function createRateLimit(clock: Clock, share: () => number): RateLimit {
  const callers = new Map<string, Minute>();
  return {
    take(caller, perMinute) {
      const limit = Math.max(1, Math.ceil(perMinute / share()));
      const second = Math.floor(clock.now().getTime() / 1_000);
      const minute = callers.get(caller) ?? { counts: new Uint32Array(window), total: 0, second };
      moveTo(minute, second);
      // Last used goes last, so the oldest is the first to be forgotten.
      callers.delete(caller);
      callers.set(caller, minute);
      if (callers.size > mostCallers) callers.delete(callers.keys().next().value!);
      if (minute.total >= limit) throw tooMany(limit, secondsUntilFree(minute));
      minute.counts[minute.second % window]! += 1;
      minute.total += 1;
      return { limit, remaining: limit - minute.total };
    },
  };
}

/** Forgets the seconds that have left the window. A clock that went back stands still until it is past again. */
function moveTo(minute: Minute, second: number): void {
  const last = Math.min(second, minute.second + window);
  for (let at = minute.second + 1; at <= last; at += 1) {
    minute.total -= minute.counts[at % window]!;
    minute.counts[at % window] = 0;
  }
  minute.second = Math.max(minute.second, second);
}

/** When the oldest requests of the window leave it. */
function secondsUntilFree({ counts, second }: Minute): number {
  for (let wait = 1; wait < window; wait += 1) {
    if (counts[(second + wait) % window]! > 0) return wait;
  }
  return window;
}

function tooMany(limit: number, seconds: number): Refusal {
  return new Refusal('rate_limited', `More than ${limit} requests a minute. Try again in ${seconds} s.`, {
    retryAfterSeconds: seconds,
  });
}

/** For measuring what the program can do rather than what it grants. */
export const noRateLimit: RateLimit = {
  take: (_caller, perMinute) => ({ limit: perMinute, remaining: perMinute }),
};
