/** A share with how far it may be from what it says, at 95 %. */
export interface Rate {
  count: number;
  of: number;
  /** Null of nothing. */
  share: number | null;
  low: number;
  high: number;
  /** Of fewer than this many nobody should conclude anything. */
  sure: boolean;
}

export const fewestForARate = 50;

const z = 1.959964;

/** Wilson’s interval: it stays between 0 and 1 and is honest about small numbers. */
export function rateOf(count: number, of: number): Rate {
  if (of === 0) return { count, of, share: null, low: 0, high: 1, sure: false };
  const share = Math.min(1, count / of);
  const spread = 1 + (z * z) / of;
  const middle = (share + (z * z) / (2 * of)) / spread;
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / spread;
  const [low, high] = [Math.max(0, middle - half), Math.min(1, middle + half)];
  return {
    count,
    of,
    share,
    low: Math.min(low, share),
    high: Math.max(high, share),
    sure: of >= fewestForARate,
  };
}

interface Answered {
  answered: number;
  /** Of them those whose phones never said that they had read. */
  answeredUnread: number;
}

/** Who answers has read: whose answers come without a read receipt hides receipts. */
export const hiddenShare = ({ answered, answeredUnread }: Answered): Rate => rateOf(answeredUnread, answered);

/**
 * How many have read, hidden receipts included: the reported share over the share of people who show receipts. Without
 * answers enough to tell nothing is corrected.
 */
export function correctedRead(reported: Rate, hidden: Rate): Rate | null {
  if (reported.share === null || hidden.share === null || !hidden.sure || hidden.share >= 0.9) return null;
  const over = (value: number, hide: number): number => Math.min(1, value / (1 - Math.min(0.9, hide)));
  return {
    ...reported,
    share: over(reported.share, hidden.share),
    low: over(reported.low, hidden.low),
    high: over(reported.high, hidden.high),
    sure: reported.sure && hidden.sure,
  };
}

/** Whether two shares differ by more than chance: their intervals do not meet. */
export const differs = (one: Rate, other: Rate): 'higher' | 'lower' | 'alike' | 'unknown' => {
  if (!one.sure || !other.sure) return 'unknown';
  if (one.low > other.high) return 'higher';
  return one.high < other.low ? 'lower' : 'alike';
};
