import { formatMoney, formatNumber, formatShort } from '../../i18n/format-number.ts';
import { useLocale } from '../../i18n/locale.ts';

interface AmountProps {
  /** A count, or paise when a currency is given. */
  value: number;
  currency?: string;
  /** 1.2L instead of 1,20,000; the whole number on hover. */
  short?: boolean;
}

export function Amount({ value, currency, short = false }: AmountProps) {
  const locale = useLocale();
  const whole = currency ? formatMoney({ minor: value, currency }, locale) : formatNumber(value, locale);
  return (
    <span className="whitespace-nowrap tabular-nums" title={short ? whole : undefined}>
      {short && !currency ? formatShort(value, locale) : whole}
    </span>
  );
}
