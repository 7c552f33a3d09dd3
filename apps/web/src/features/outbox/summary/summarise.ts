import type { Counts } from '../queries.ts';
import type { MessageClass } from '../search.ts';

export interface NumberSummary {
  numberId: string;
  total: number;
  byClass: Record<MessageClass, number>;
  oldestAt: string | null;
  inDoubt: number;
  pausedAt: string | null;
  why: { en: string; hi: string } | null;
  /** Messages are ready for a while, and nothing takes them. */
  isUnserved: boolean;
}

// Longer than a copy of the program takes to step in for one that fell.
const patience = 60_000;

/** What stands in the queue, number by number; those that the workspace has and nothing waits for included. */
export function summarise(
  { counts, numbers, frozenSince }: Counts,
  known: readonly string[],
  now: Date,
): NumberSummary[] {
  const ids = [...new Set([...known, ...counts.map(({ numberId }) => numberId)])];
  return ids.map((numberId) => {
    const own = counts.filter((count) => count.numberId === numberId);
    const lane = numbers.find((number) => number.numberId === numberId);
    const byClass = { otp: 0, reply: 0, utility: 0, marketing: 0 };
    for (const one of own) byClass[one.class] += one.count;
    const ready = own.some(
      ({ state, oldestAt }) => state === 'ready' && now.getTime() - Date.parse(oldestAt) > patience,
    );
    const isStopped = frozenSince !== null || (lane?.pausedAt ?? null) !== null;
    return {
      numberId,
      byClass,
      total: own.reduce((sum, { count }) => sum + count, 0),
      oldestAt: own.map(({ oldestAt }) => oldestAt).sort()[0] ?? null,
      inDoubt: own.reduce((sum, { state, count }) => sum + (state === 'unknown' ? count : 0), 0),
      pausedAt: lane?.pausedAt ?? null,
      why: lane?.why ?? null,
      isUnserved: ready && !isStopped && lane?.isServed !== true,
    };
  });
}
