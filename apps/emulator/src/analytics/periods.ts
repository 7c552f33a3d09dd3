import { halfHour } from './ledger.ts';

export type Granularity = 'HALF_HOUR' | 'DAY' | 'MONTH';

export interface Period {
  from: number;
  to: number;
}

export const day = 48 * halfHour;

/** The half-hour, day or month of a moment; days and months begin at midnight in the time zone. */
export function periodOf(at: number, granularity: Granularity, timezone: string): Period {
  if (granularity === 'HALF_HOUR') {
    const from = Math.floor(at / halfHour) * halfHour;
    return { from, to: from + halfHour };
  }
  const local = new Date(at + offsetOf(at, timezone));
  const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  return granularity === 'DAY'
    ? {
        from: midnight(Date.UTC(year, month, date), timezone),
        to: midnight(Date.UTC(year, month, date + 1), timezone),
      }
    : { from: midnight(Date.UTC(year, month), timezone), to: midnight(Date.UTC(year, month + 1), timezone) };
}

/** The moment at which clocks of the time zone show this; an hour that is skipped or repeated is looked at twice. */
function midnight(shown: number, timezone: string): number {
  const guess = shown - offsetOf(shown, timezone);
  return shown - offsetOf(guess, timezone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetOf(at: number, timezone: string): number {
  if (timezone === 'UTC') return 0;
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
    formats.set(timezone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 2 * halfHour + Number(minutes) * 60_000);
}
