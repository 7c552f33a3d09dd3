import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Meter } from '../../../ui/display/Meter.tsx';
import type { NumberHealth } from '../health/health-query.ts';
import { vitalMessages } from './messages.ts';

/** How many of the month's free replies are used. That they are is no fault: what comes after them costs. */
export function Allowance({ allowance: { free, used } }: { allowance: NumberHealth['allowance'] }) {
  const t = useT(vitalMessages);
  const locale = useLocale();
  const text = t(used >= free ? 'freeUsed' : 'freeOf', { used, most: formatNumber(free, locale) });
  return (
    <span className="grid gap-1.5">
      {text}
      <Meter
        label={t('free')}
        value={used}
        most={free}
        text={text}
        tone={used >= free * 0.8 ? 'warn' : 'accent'}
      />
    </span>
  );
}
