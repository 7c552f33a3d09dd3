import type { ChangedCalling } from '@trikon/whatsapp';

type Hours = NonNullable<ChangedCalling['call_hours']>;

/** Whether a business takes calls at a moment (Meta, "Call settings"): within its hours of the day, not on a holiday. */
export function takesCallsAt(hours: Hours | undefined, at: number): boolean {
  if (hours?.status !== 'ENABLED') return true;
  const { day, date, time } = localTime(hours.timezone_id, at);
  const isHoliday = (hours.holiday_schedule ?? []).some(
    (holiday) => holiday.date === date && holiday.start_time <= time && time <= holiday.end_time,
  );
  if (isHoliday) return false;
  return hours.weekly_operating_hours.some(
    ({ day_of_week, open_time, close_time }) => day_of_week === day && open_time <= time && time < close_time,
  );
}

function localTime(timeZone: string, at: number): { day: string; date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: of('weekday').toUpperCase(),
    date: `${of('year')}-${of('month')}-${of('day')}`,
    time: `${of('hour')}${of('minute')}`,
  };
}
