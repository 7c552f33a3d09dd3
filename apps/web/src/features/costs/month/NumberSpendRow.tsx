import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Meter } from '../../../ui/display/Meter.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { costMessages } from '../messages.ts';
import { sumText } from '../money.ts';
import type { Month } from './month.ts';
import { meterQuery, type CostLine } from './month-query.ts';

interface NumberSpendRowProps {
  numberId: string;
  name: string;
  phone: string | null;
  /** Undefined when it spent nothing. */
  line: CostLine | undefined;
  currency: string;
  month: Month;
}

export function NumberSpendRow({ numberId, name, phone, line, currency, month }: NumberSpendRowProps) {
  const t = useT(costMessages);
  const locale = useLocale();
  const { data } = useQuery(meterQuery(numberId, month));
  return (
    <li className="grid items-start gap-x-6 gap-y-2 px-pad py-3 sm:grid-cols-[minmax(0,1fr)_minmax(10rem,16rem)_auto]">
      <div className="grid min-w-0">
        <span className="font-medium wrap-anywhere">{name || (phone && phoneText(phone))}</span>
        {phone && name !== '' && <span className="text-sm text-ink-2 tabular-nums">{phoneText(phone)}</span>}
      </div>
      {data ? <FreeReplies allowance={data.allowance} /> : <Skeleton className="h-5" />}
      <div className="flex items-baseline justify-between gap-3 sm:grid sm:min-w-24 sm:justify-items-end sm:gap-0">
        <span className="font-medium tabular-nums">{sumText(line?.micros ?? 0, currency, locale)}</span>
        <span className="text-sm text-ink-2 tabular-nums">
          {t('delivered', { count: line?.messages ?? 0 })}
        </span>
      </div>
    </li>
  );
}

/** That they are used is no fault, but from then on each reply is charged. */
function FreeReplies({ allowance: { free, used } }: { allowance: { free: number; used: number } }) {
  const t = useT(costMessages);
  const locale = useLocale();
  if (free === 0) return <span />;
  const text = t(used >= free ? 'freeUsed' : 'freeOf', { used, most: formatNumber(free, locale) });
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-3 text-sm">
        <span className="text-ink-3">{t('freeReplies')}</span>
        <span className={used >= free * 0.8 ? 'text-warn' : 'text-ink-2'}>{text}</span>
      </p>
      <Meter
        label={t('freeReplies')}
        value={used}
        most={free}
        text={text}
        tone={used >= free * 0.8 ? 'warn' : 'accent'}
      />
    </div>
  );
}
