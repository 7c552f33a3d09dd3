import { countryZones } from './country-zones.ts';

/** Hours of the day in which something may be sent, as 09:00. */
export interface Hours {
  opens: string;
  closes: string;
  /** On Sundays people sleep longer. */
  sundayOpens?: string | undefined;
}

/** By what is told whose night it is: their own zone, else their country, else nothing but the workspace's. */
export const zoneKey = `coalesce(c.time_zone, '@' || c.country, '@')`;

const minute = 60_000;
const dayOfMinutes = 1440;
/** Two days, since a Sunday may begin later, and two hours by which a clock may be put back. */
const horizon = 2 * dayOfMinutes + 120;

/** Until when it is night, for each of the keys under which it is night. */
export function nightsAt(
  keys: readonly string[],
  { at, hours, workspaceTimeZone }: { at: Date; hours: Hours; workspaceTimeZone: string },
): Record<string, string> {
  const nights: Record<string, string> = {};
  for (const key of keys) {
    const until = nightUntil(zoneOf(key, workspaceTimeZone), at, hours);
    if (until !== null) nights[key] = until.toISOString();
  }
  return nights;
}

const zoneOf = (key: string, workspaceTimeZone: string): string => {
  const named = key.startsWith('@') ? countryZones.get(key.slice(1)) : key;
  return named !== undefined && formatOf(named) !== null ? named : workspaceTimeZone;
};

/** When the hours begin next; null while they last. Right on days on which the clock is changed. */
export function nightUntil(zone: string, at: Date, hours: Hours): Date | null {
  const local = localMinutes(zone, at);
  if (isOpen(local, hours)) return null;
  const whole = new Date(Math.floor(at.getTime() / minute) * minute);
  const today = Math.floor(local / dayOfMinutes);
  const openings = [today, today + 1].map((day) => day * dayOfMinutes + opensOn(day, hours));
  const next = openings.find((opening) => opening > local) ?? local;
  if (offsetOf(zone, whole) === offsetOf(zone, later(whole, horizon))) return later(whole, next - local);
  for (let step = 1; step <= horizon; step++) {
    if (isOpen(localMinutes(zone, later(whole, step)), hours)) return later(whole, step);
  }
  return later(whole, next - local);
}

function isOpen(local: number, hours: Hours): boolean {
  const day = Math.floor(local / dayOfMinutes);
  const [from, to, time] = [opensOn(day, hours), minutesOf(hours.closes), local - day * dayOfMinutes];
  if (from === to) return true;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** Days are counted from 1 January 1970, which was a Thursday. */
const opensOn = (day: number, { opens, sundayOpens = opens }: Hours): number =>
  minutesOf((day + 4) % 7 === 0 ? sundayOpens : opens);

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minute);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes since 1 January 1970 as clocks there have counted them. */
const localMinutes = (zone: string, at: Date): number =>
  Math.floor(at.getTime() / minute) + offsetOf(zone, at);

/** By how many minutes clocks are ahead of UTC. */
function offsetOf(zone: string, at: Date): number {
  const text =
    formatOf(zone)
      ?.formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(text);
  if (found === null) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Null for a name that is no zone. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    format = newFormat(zone);
    formats.set(zone, format);
  }
  return format;
}

function newFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}
