import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { numbersQuery } from '../../../data/numbers.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { costMessages } from '../messages.ts';
import type { Month } from './month.ts';
import type { CostLine } from './month-query.ts';
import { NumberSpendRow } from './NumberSpendRow.tsx';

interface NumbersSpendProps {
  lines: readonly CostLine[];
  currency: string;
  month: Month;
}

/** What each number spent, and how far into its free replies it is. Connected ones that spent nothing too. */
export function NumbersSpend({ lines, currency, month }: NumbersSpendProps) {
  const t = useT(costMessages);
  const id = useId();
  const enabled = useAllows()('numbers.read');
  const { data } = useQuery({ ...numbersQuery, enabled });
  const spent = new Map(lines.map((line) => [line.key, line]));
  const currencyOf = new Map(data?.accounts.map((account) => [account.accountId, account.currency]));
  const known = (data?.numbers ?? []).filter(
    ({ numberId, disconnectedAt, accountId }) =>
      spent.has(numberId) || (disconnectedAt === null && currencyOf.get(accountId) === currency),
  );
  const gone = lines.filter(({ key }) => !known.some(({ numberId }) => numberId === key));
  const rows = [
    ...known.map(({ numberId, name, phone }) => ({ numberId, name, phone })),
    ...gone.map(({ key, name }) => ({ numberId: key ?? '', name: name ?? t('unknownNumber'), phone: null })),
  ];
  const micros = (numberId: string): number => spent.get(numberId)?.micros ?? 0;
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-raised">
      <header className="grid gap-0.5 px-pad pt-pad pb-2">
        <h3 id={id} className="font-semibold">
          {t('byNumber')}
        </h3>
        <p className="max-w-(--measure) text-sm text-ink-2">{t('freeHelp')}</p>
      </header>
      <ul aria-labelledby={id} className="divide-y divide-line">
        {rows
          .toSorted((one, other) => micros(other.numberId) - micros(one.numberId))
          .map((number) => (
            <NumberSpendRow
              key={number.numberId}
              {...number}
              line={spent.get(number.numberId)}
              currency={currency}
              month={month}
            />
          ))}
      </ul>
    </section>
  );
}
