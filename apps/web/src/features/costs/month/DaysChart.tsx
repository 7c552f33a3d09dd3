import { useCallback, useMemo } from 'react';
import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { asDate, today } from '../../../ui/dates/day.ts';
import { costMessages } from '../messages.ts';
import { sumText } from '../money.ts';
import { daysOf, type Month } from './month.ts';
import type { CostLine } from './month-query.ts';

interface DaysChartProps {
  days: readonly CostLine[];
  currency: string;
  month: Month;
}

export function DaysChart({ days, currency, month }: DaysChartProps) {
  const t = useT(costMessages);
  const locale = useLocale();
  const format = useCallback((micros: number) => sumText(micros, currency, locale), [currency, locale]);
  const data = useMemo(() => {
    const spent = new Map(days.map(({ key, micros }) => [key, micros]));
    const now = today(locale.zone);
    const all = daysOf(month);
    return {
      along: t('day'),
      labels: all.map((day) => formatDate(asDate(day), 'day', { ...locale, zone: 'UTC' })),
      // What is still to come is not nothing spent.
      series: [{ name: t('spent'), values: all.map((day) => (day > now ? null : (spent.get(day) ?? 0))) }],
    };
  }, [days, month, locale, t]);
  return <BarChart title={t('byDay')} data={data} format={format} height={180} />;
}
