import { dateTag, type Locale } from './locale.ts';

const made = new Map<string, Intl.DateTimeFormat>();
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
];

export type DateStyle = 'day' | 'dayYear' | 'time' | 'dayTime' | 'exact' | 'month';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  dayYear: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit', hour12: true },
  dayTime: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', hour12: true },
  exact: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    hour12: true,
    timeZoneName: 'short',
  },
  month: { month: 'long', year: 'numeric' },
};

export function formatDate(at: Date, style: DateStyle, locale: Locale): string {
  const tag = dateTag(locale);
  const key = `${tag}|${locale.zone}|${style}`;
  const found = made.get(key) ?? new Intl.DateTimeFormat(tag, { ...styles[style], timeZone: locale.zone });
  made.set(key, found);
  return found.format(at);
}

/** "3 min ago" up to a week, then the date: past that a person counts in dates, not in days. */
export function formatRelative(at: Date, now: Date, locale: Locale): string {
  let distance = (at.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(dateTag(locale), { numeric: 'auto', style: 'short' });
  if (Math.abs(distance) < 45) return format.format(0, 'second');
  for (const [unit, size] of steps) {
    if (Math.abs(distance) < size) return format.format(Math.trunc(distance), unit);
    distance /= size;
  }
  return formatDate(at, at.getFullYear() === now.getFullYear() ? 'day' : 'dayYear', locale);
}
