/** What customers did with a template on one day of the world. */
export interface Day {
  day: number;
  sent: number;
  delivered: number;
  read: number;
  blocks: number;
  reports: number;
  reasons: { [reason: string]: number };
}

/** What became of everything that was sent with a template. A pause or an edit ends a life, and quality begins anew. */
export interface Tally {
  days: Day[];
  /** Days of earlier lives, which only comparisons look at. */
  past: Day[];
  pacing: { sent: number; state: 'counting' | 'holding' | 'passed' };
}

export type Count = 'sent' | 'delivered' | 'read' | 'blocks' | 'reports';

export type Totals = Record<Count, number>;

export const dayLength = 86_400_000;

const kept = 91;

export const emptyTally = (): Tally => ({ days: [], past: [], pacing: { sent: 0, state: 'counting' } });

/** Adds to the day's counts in place: this happens with every message. */
export function count(tally: Tally, what: Count, at: number, reason?: string): void {
  const day = dayOf(tally, Math.floor(at / dayLength));
  day[what] += 1;
  if (reason !== undefined) day.reasons[reason] = (day.reasons[reason] ?? 0) + 1;
}

function dayOf(tally: Tally, number: number): Day {
  const last = tally.days.at(-1);
  if (last && last.day >= number) return last;
  const day: Day = { day: number, sent: 0, delivered: 0, read: 0, blocks: 0, reports: 0, reasons: {} };
  tally.days.push(day);
  while ((tally.days[0]?.day ?? number) < number - kept) tally.days.shift();
  while ((tally.past[0]?.day ?? number) < number - kept) tally.past.shift();
  return day;
}

export const beginLife = (tally: Tally): Tally => ({ ...emptyTally(), past: [...tally.past, ...tally.days] });

export function totalsOf(days: readonly Day[], from: number, until = Infinity): Totals {
  const totals: Totals = { sent: 0, delivered: 0, read: 0, blocks: 0, reports: 0 };
  for (const day of days) {
    if (day.day < from || day.day > until) continue;
    for (const name of Object.keys(totals) as Count[]) totals[name] += day[name];
  }
  return totals;
}

/** The reason that most blocks gave; of equals, the first. */
export function topReason(days: readonly Day[]): string | undefined {
  const sums = new Map<string, number>();
  for (const { reasons } of days) {
    for (const [reason, times] of Object.entries(reasons)) sums.set(reason, (sums.get(reason) ?? 0) + times);
  }
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
