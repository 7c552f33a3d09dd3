import type { Clock } from '../clock/index.ts';
import { Refusal } from '../errors/index.ts';

interface Bucket {
  tokens: number;
  at: number;
}

export interface RateLimit {
  /** Takes one request of what the caller has left, or refuses with the seconds to wait. */
  take(caller: string, perMinute: number): RateAllowance;
}

export interface RateAllowance {
  limit: number;
  remaining: number;
}

const mostBuckets = 50_000;

/**
 * A token bucket per caller that holds a minute's worth and refills steadily. It lives in this process: with
 * several copies of the program behind a balancer, `share` is how many there are, and each grants its part.
 */
export function createRateLimit(clock: Clock, share: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(caller, perMinute) {
      const limit = Math.max(1, Math.ceil(perMinute / share()));
      const now = clock.now().getTime();
      const bucket = buckets.get(caller) ?? { tokens: limit, at: now };
      const elapsed = Math.max(0, now - bucket.at);
      bucket.tokens = Math.min(limit, bucket.tokens + (elapsed * limit) / 60_000);
      bucket.at = now;
      // Last used goes last, so the oldest is the first to be forgotten.
      buckets.delete(caller);
      buckets.set(caller, bucket);
      if (buckets.size > mostBuckets) buckets.delete(buckets.keys().next().value!);
      if (bucket.tokens < 1) {
        const seconds = Math.ceil(((1 - bucket.tokens) * 60) / limit);
        throw new Refusal(
          'rate_limited',
          `More than ${limit} requests a minute. Try again in ${seconds} s.`,
          {
            retryAfterSeconds: seconds,
          },
        );
      }
      bucket.tokens -= 1;
      return { limit, remaining: Math.floor(bucket.tokens) };
    },
  };
}

/** For measuring what the program can do rather than what it grants. */
export const noRateLimit: RateLimit = {
  take: (_caller, perMinute) => ({ limit: perMinute, remaining: perMinute }),
};
