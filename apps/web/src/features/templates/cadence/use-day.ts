import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { asDate } from '../../../ui/dates/day.ts';

/** A day of the calendar as people write it; it has no time zone. */
export function useDay(): (day: string) => string {
  const locale = useLocale();
  return (day) => formatDate(asDate(day), 'dayYear', { ...locale, zone: 'UTC' });
}
