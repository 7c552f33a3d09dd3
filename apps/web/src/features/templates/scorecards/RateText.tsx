import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale, type Locale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { scorecardMessages } from './messages.ts';
import type { ShownRate } from './queries.ts';

const percentText = (share: number, locale: Locale): string =>
  formatNumber(share, locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });

/** A share with how far it may be from the truth. Of few it shows the counts and claims no share. */
export function RateText({ rate }: { rate: ShownRate | null }) {
  const t = useT(scorecardMessages);
  const locale = useLocale();
  if (rate === null || rate.share === null) return <span className="text-ink-3">–</span>;
  const { count, of, share, low, high, sure } = rate;
  if (!sure) return <span className="text-sm text-ink-2">{t('few', { count, of })}</span>;
  const say = (value: number): string => percentText(value, locale);
  return (
    <span className="whitespace-nowrap" title={t('exact', { count, of, low: say(low), high: say(high) })}>
      {say(share)}{' '}
      <span className="text-sm text-ink-2">{t('range', { low: say(low), high: say(high) })}</span>
    </span>
  );
}
