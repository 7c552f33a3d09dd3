import { Pencil } from 'lucide-react';
import { useLocale } from '../../../i18n/locale.ts';
import { formatPercent } from '../../../i18n/format-number.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Meter } from '../../../ui/display/Meter.tsx';
import { costMessages } from '../messages.ts';
import { sumText } from '../money.ts';
import { useCostWords } from '../use-cost-words.ts';
import type { Budget } from './budgets-query.ts';
import { DeleteBudget } from './DeleteBudget.tsx';
import { budgetMessages } from './messages.ts';

interface BudgetRowProps {
  budget: Budget;
  /** What it is for, in words. */
  scope: string;
  mayManage: boolean;
}

/** How much of it is gone, what it covers, and what happens at its end. */
export function BudgetRow({ budget, scope, mayManage }: BudgetRowProps) {
  const t = useT(budgetMessages);
  const costs = useT(costMessages);
  const say = useCostWords();
  const locale = useLocale();
  const { budgetId, name, category, period, currency, limitMicros, spentMicros, queuedMicros } = budget;
  const { stops, warnPercents } = budget;
  const money = (micros: number): string => sumText(micros, currency, locale);
  const share = spentMicros / limitMicros;
  const isWarned = warnPercents.some((percent) => share >= percent / 100);
  const tone = share >= 1 ? 'bad' : isWarned ? 'warn' : 'accent';
  const text = t('spentOf', { spent: money(spentMicros), limit: money(limitMicros) });
  const covers = [
    scope,
    category === null ? t('allCategories') : say('category', category),
    t(period === 'day' ? 'aDay' : 'aMonth'),
    ...(warnPercents.length === 0
      ? []
      : [t('warnsAt', { percents: warnPercents.map((one) => formatPercent(one / 100, locale)).join(', ') })]),
  ];
  return (
    <li className="grid gap-3 px-pad py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-[1_1_14rem] gap-0.5">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
            {name}
            <Badge tone={stops ? 'info' : 'neutral'}>{t(stops ? 'stops' : 'warns')}</Badge>
          </h2>
          <p className="text-sm text-ink-2">{covers.join(' · ')}</p>
        </div>
        {mayManage && (
          <div className="flex gap-2">
            <ButtonLink
              size="small"
              icon={Pencil}
              to="/costs/budgets"
              search={{ edit: budgetId }}
              aria-label={t('editOf', { name })}
            >
              {t('edit')}
            </ButtonLink>
            <DeleteBudget budget={budget} />
          </div>
        )}
      </div>
      <div className="grid gap-1.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
          <span className="tabular-nums">{text}</span>
          <span className={share >= 1 ? 'text-sm text-bad' : 'text-sm text-ink-2'}>
            {share > 1
              ? t('over', { amount: money(spentMicros - limitMicros) })
              : t('left', { amount: money(limitMicros - spentMicros) })}
          </span>
        </p>
        <Meter
          label={`${costs('spent')}: ${name}`}
          value={spentMicros}
          most={limitMicros}
          text={text}
          tone={tone}
          next={queuedMicros}
        />
        {queuedMicros > 0 && (
          <p className="text-sm text-ink-2">{t('queued', { amount: money(queuedMicros) })}</p>
        )}
        {share >= 1 && <p className="text-sm text-bad">{t(stops ? 'usedStops' : 'usedWarns')}</p>}
      </div>
    </li>
  );
}
