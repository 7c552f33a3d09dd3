import type { Row } from './ledger.ts';
import { type Granularity, type Period, periodOf } from './periods.ts';

interface Asked {
  granularity: Granularity;
  timezone: string;
  /** For each circumstance the values that count; without any, all do. */
  only: readonly (readonly string[])[];
  /** The circumstances, by their place, of which each value gets points of its own. */
  by: readonly number[];
}

export interface Point {
  period: Period;
  circumstances: string[];
  sums: number[];
}

/** Adds rows up to one point for each period and each of the wanted circumstances. */
export function summarise(rows: Iterable<Row>, { granularity, timezone, only, by }: Asked): Point[] {
  const points = new Map<string, Point>();
  let period: Period = { from: 0, to: 0 };
  for (const { at, circumstances, sums } of rows) {
    const counts = only.every(
      (values, place) => values.length === 0 || values.includes(circumstances[place] ?? ''),
    );
    if (!counts) continue;
    if (at < period.from || at >= period.to) period = periodOf(at, granularity, timezone);
    const key = [period.from, ...by.map((place) => circumstances[place])].join('\n');
    let point = points.get(key);
    if (!point) points.set(key, (point = { period, circumstances, sums: sums.map(() => 0) }));
    for (const [place, value] of sums.entries()) point.sums[place] = (point.sums[place] ?? 0) + value;
  }
  return [...points.values()];
}

export const timesOf = ({ period: { from, to } }: Point): { start: number; end: number } => ({
  start: from / 1000,
  end: to / 1000,
});

/** Sums are kept in millionths of the currency. */
export const amount = (millionths: number): number => Math.round(millionths) / 1_000_000;
