import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Segmented } from '../../../ui/fields/Segmented.tsx';
import { costMessages } from '../messages.ts';
import { useCostWords } from '../use-cost-words.ts';
import { Breakdown } from './Breakdown.tsx';
import { DaysChart } from './DaysChart.tsx';
import type { Month } from './month.ts';
import type { MonthOfCosts } from './month-query.ts';
import { NoCosts } from './NoCosts.tsx';
import { NumbersSpend } from './NumbersSpend.tsx';
import { Spent } from './Spent.tsx';
import { currenciesOf, inCurrency, sumsOf } from './sums.ts';

interface MonthViewProps {
  month: Month;
  present: Month;
  costs: MonthOfCosts;
}

/** What a month cost, first as a whole, then by everything that explains it. */
export function MonthView({ month, present, costs }: MonthViewProps) {
  const t = useT(costMessages);
  const say = useCostWords();
  const currencies = currenciesOf(costs);
  const [chosen, choose] = useState<string>();
  const currency = currencies.find((one) => one === chosen) ?? currencies[0];
  if (currency === undefined) return <NoCosts month={month} present={present} />;
  const named = (lines: MonthOfCosts['origins'], about: 'category' | 'origin') =>
    inCurrency(lines, currency).map((line) => ({ ...line, name: say(about, line.key ?? '') }));
  const campaigns = inCurrency(costs.sources, currency).filter(({ key }) => key !== null);
  return (
    <div className="grid min-w-0 gap-5">
      {currencies.length > 1 && (
        <Segmented
          label={t('currency')}
          choices={currencies.map((one) => ({ value: one, label: one }))}
          value={currency}
          onChange={choose}
        />
      )}
      <Spent sums={sumsOf(costs, currency)} currency={currency} month={month} isPresent={month === present} />
      <Card>
        <DaysChart days={inCurrency(costs.days, currency)} currency={currency} month={month} />
      </Card>
      <div className="grid min-w-0 items-start gap-5 lg:grid-cols-2">
        <Breakdown
          title={t('byCategory')}
          head={t('category')}
          lines={named(costs.categories, 'category')}
          currency={currency}
        />
        <Breakdown
          title={t('bySource')}
          head={t('source')}
          lines={named(costs.origins, 'origin')}
          currency={currency}
        />
      </div>
      {campaigns.length > 0 && (
        <Breakdown
          title={t('byCampaign')}
          head={t('campaign')}
          lines={campaigns.map((line) => ({ ...line, name: line.name ?? line.key ?? '' }))}
          currency={currency}
        />
      )}
      <NumbersSpend lines={inCurrency(costs.numbers, currency)} currency={currency} month={month} />
    </div>
  );
}
