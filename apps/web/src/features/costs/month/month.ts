import { addDays, addMonths, asDate, type Day, type DayRange } from '../../../ui/dates/day.ts';

/** As 2026-11. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const otherMonth = (month: Month, away: number): Month => monthOf(addMonths(`${month}-01`, away));

export function rangeOfMonth(month: Month): DayRange {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

export function daysOf(month: Month): Day[] {
  const { from, to } = rangeOfMonth(month);
  return Array.from({ length: asDate(to).getUTCDate() }, (_, place) => addDays(from, place));
}
