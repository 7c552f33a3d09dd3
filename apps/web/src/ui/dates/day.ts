/** A calendar day as "2026-11-21": no instant and no zone, so that no arithmetic can slip to the day before. */
export type Day = string;

export interface DayRange {
  from: Day;
  to: Day;
}

/** The day it is now, on the wall clock of this zone. */
export function today(zone: string, now: Date = new Date()): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(now);
}

export function addDays(day: Day, count: number): Day {
  const date = asDate(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const date = asDate(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** Six weeks from the Monday on or before the first: always as tall, so that turning a page moves nothing. */
export function monthWeeks(month: Day): Day[][] {
  const first = startOfMonth(month);
  const monday = addDays(first, -((asDate(first).getUTCDay() + 6) % 7));
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => addDays(monday, week * 7 + place)),
  );
}

/** The range between two days in whichever order they were chosen. */
export function rangeOf(a: Day, b: Day): DayRange {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}

export function isDay(text: string): text is Day {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    asDate(text).toISOString().startsWith(text)
  );
}

export function asDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
