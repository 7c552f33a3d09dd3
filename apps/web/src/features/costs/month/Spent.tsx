import { Link } from '../../../ui/actions/Link.tsx';
import { formatPercent } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { costMessages } from '../messages.ts';
import { sumText } from '../money.ts';
import type { Month } from './month.ts';
import type { Sums } from './sums.ts';
import { useMonthName } from './use-month-name.ts';

interface SpentProps {
  sums: Sums;
  currency: string;
  month: Month;
  isPresent: boolean;
}

/** The one number that the page is about, and how well it was foreseen. */
export function Spent({ sums, currency, month, isPresent }: SpentProps) {
  const t = useT(costMessages);
  const locale = useLocale();
  const nameOf = useMonthName();
  const { messages, free, micros, unpriced, estimatedMicros, differenceMicros } = sums;
  const counts = [
    t('delivered', { count: messages }),
    ...(free > 0 ? [t('freeOfThem', { count: free })] : []),
  ].join(', ');
  return (
    <section className="flex flex-wrap items-start justify-between gap-x-10 gap-y-5 rounded-lg border border-line bg-raised p-pad">
      <div className="grid gap-1">
        <h3 className="text-sm text-ink-2">
          {t(isPresent ? 'spentSoFar' : 'spentIn', { month: nameOf(month) })}
        </h3>
        <p className="text-3xl font-semibold tabular-nums">{sumText(micros, currency, locale)}</p>
        <p className="text-sm text-ink-2">{counts}</p>
        {unpriced > 0 && (
          <p className="text-sm text-warn">
            {t('unpriced', { count: unpriced })} <Link to="/costs/prices">{t('addPrices')}</Link>
          </p>
        )}
      </div>
      {estimatedMicros > 0 && (
        <div className="grid max-w-md gap-2">
          <dl className="flex flex-wrap gap-x-8 gap-y-3">
            <Figure name={t('estimated')} value={sumText(estimatedMicros, currency, locale)} />
            <Figure
              name={t('charged')}
              value={sumText(estimatedMicros + differenceMicros, currency, locale)}
            />
            <Difference estimated={estimatedMicros} difference={differenceMicros} currency={currency} />
          </dl>
          <p className="text-sm text-ink-3">{t('estimateHelp')}</p>
        </div>
      )}
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="text-lg font-medium tabular-nums">{value}</dd>
    </div>
  );
}

interface DifferenceProps {
  estimated: number;
  difference: number;
  currency: string;
}

function Difference({ estimated, difference, currency }: DifferenceProps) {
  const t = useT(costMessages);
  const locale = useLocale();
  const amount = sumText(Math.abs(difference), currency, locale);
  const percent = formatPercent(Math.abs(difference) / estimated, locale);
  const value =
    difference === 0 ? t('asEstimated') : t(difference > 0 ? 'more' : 'less', { amount, percent });
  return <Figure name={t('difference')} value={value} />;
}
