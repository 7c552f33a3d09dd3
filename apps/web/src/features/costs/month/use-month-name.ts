import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { asDate } from '../../../ui/dates/day.ts';
import type { Month } from './month.ts';

export function useMonthName(): (month: Month) => string {
  const locale = useLocale();
  return (month) => formatDate(asDate(`${month}-01`), 'month', { ...locale, zone: 'UTC' });
}
