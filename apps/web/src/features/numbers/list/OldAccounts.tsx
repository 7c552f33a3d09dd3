import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { numberMessages } from '../messages.ts';
import type { Account, BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { Folded } from './Folded.tsx';

interface OldAccountsProps {
  accounts: readonly Account[];
  numbers: readonly BusinessNumber[];
  mayManage: boolean;
}

export function OldAccounts({ accounts, numbers, mayManage }: OldAccountsProps) {
  const t = useT(numberMessages);
  return (
    <div className="rounded-lg border border-line">
      <Folded label={t('disconnectedOnes', { count: accounts.length })}>
        <ul className="divide-y divide-line border-t border-line">
          {accounts.map(({ accountId, name, wabaId, disconnectedAt }) => (
            <li
              key={accountId}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-pad py-3"
            >
              <div className="grid min-w-0 gap-0.5">
                <h3 className="flex flex-wrap items-baseline gap-x-2.5">
                  <Link to="/numbers/accounts/$accountId" params={{ accountId }} className="wrap-anywhere">
                    {name}
                  </Link>
                  <span className="text-sm text-ink-3">{t('accountId', { id: wabaId })}</span>
                </h3>
                <p className="text-sm text-ink-2 tabular-nums">
                  {numbers
                    .filter((number) => number.accountId === accountId)
                    .map(({ phone }) => phoneText(phone))
                    .join(', ')}
                </p>
                {disconnectedAt && (
                  <p className="text-sm text-ink-2">
                    {t.rich('disconnectedAt', { when: <Time at={disconnectedAt} /> })}. {t('historyStays')}
                  </p>
                )}
              </div>
              {mayManage && (
                <Link to="/numbers/connect/hand" search={{ account: accountId }} className="text-sm">
                  {t('connectAgain')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Folded>
    </div>
  );
}
