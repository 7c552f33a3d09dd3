import type { RetryRule } from './error-rule.ts';

const minute = 60;
const hour = 60 * minute;

/** Something at Meta that passes by itself. */
export const soon: RetryRule = { first: 2, growth: 2, longest: 15 * minute };
export const once: RetryRule = { first: 2, growth: 1, longest: 2, most: 1 };
export const thrice: RetryRule = { first: 2, growth: 4, longest: 15 * minute, most: 3 };

/** A limit per second: the queue slows down, and asks again almost at once. */
export const afterSeconds: RetryRule = { first: 1, growth: 2, longest: minute };
/** A limit per hour. */
export const afterMinutes: RetryRule = { first: 5 * minute, growth: 2, longest: hour, isTold: true };
/** 4ⁿ seconds, as Meta asks for one number and one customer ("Sending messages", pair rate). */
export const fourfold: RetryRule = { first: 4, growth: 4, longest: 4 ** 6 };
/** Longer each time, so that nobody is pressed ("Per-user marketing template message limits"). */
export const afterDays: RetryRule = { first: 24 * hour, growth: 2, longest: 7 * 24 * hour };

export const afterUpgrade: RetryRule = { first: minute, growth: 2, longest: 15 * minute };
export const afterFiveMinutes: RetryRule = { first: 5 * minute, growth: 2, longest: hour };
export const afterSync: RetryRule = { first: 10 * minute, growth: 2, longest: hour };
export const afterThreeDays: RetryRule = { first: 72 * hour, growth: 1, longest: 72 * hour };

/**
 * How long to wait before the nth retry, counted from 0, or null when there is to be none. `chance`, from 0 to 1,
 * spreads retries of many; it only ever makes a wait longer, since Meta's waits are the least that it asks for.
 */
export function retrySeconds(rule: RetryRule | undefined, retry: number, chance: number): number | null {
  if (rule === undefined || retry >= (rule.most ?? Infinity)) return null;
  return Math.min(rule.first * rule.growth ** retry, rule.longest) * (1 + chance / 4);
}
