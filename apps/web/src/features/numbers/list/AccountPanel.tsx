import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { unsaidFindings } from '../health/concerns.ts';
import type { Finding } from '../health/health-query.ts';
import { daysUntil, judgeAccount } from '../health/judge.ts';
import { MatterNote } from '../health/MatterNote.tsx';
import { numberMessages } from '../messages.ts';
import type { Account, BusinessNumber } from '../../../data/numbers.ts';
import { NumberRow } from './NumberRow.tsx';
import { OldNumbers } from './OldNumbers.tsx';

interface AccountPanelProps {
  account: Account;
  numbers: readonly BusinessNumber[];
  /** By number. */
  findings: ReadonlyMap<string, readonly Finding[]>;
  mayManage: boolean;
}

/** An account at Meta with its numbers; what is the matter with all of them stands above. */
export function AccountPanel({ account, numbers, findings, mayManage }: AccountPanelProps) {
  const t = useT(numberMessages);
  const now = useNow();
  const { accountId, wabaId, name, expiresAt } = account;
  const matters = judgeAccount(account, now);
  const used = numbers.filter(({ disconnectedAt }) => disconnectedAt === null);
  const old = numbers.filter(({ disconnectedAt }) => disconnectedAt !== null);
  const title = `account-${accountId}`;
  return (
    <section aria-labelledby={title} className="rounded-lg border border-line bg-raised">
      <header className="grid gap-3 border-b border-line px-pad py-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id={title} className="flex min-w-0 flex-wrap items-baseline gap-x-2.5 font-semibold">
            <span className="wrap-anywhere">{name}</span>
            <span className="text-sm font-normal text-ink-3">{t('accountId', { id: wabaId })}</span>
          </h2>
          <Link
            to="/numbers/accounts/$accountId"
            params={{ accountId }}
            aria-label={t('seeConnection', { account: name })}
            className="text-sm"
          >
            {t('connection')}
          </Link>
        </div>
        {matters.map((matter) => (
          <MatterNote key={matter} matter={matter} daysLeft={expiresAt ? daysUntil(expiresAt, now) : 0} />
        ))}
      </header>
      {used.length === 0 ? (
        <p className="px-pad py-4 text-ink-2">{t('noNumbers')}</p>
      ) : (
        <ul aria-labelledby={title} className="divide-y divide-line">
          {used.map((number) => (
            <NumberRow
              key={number.numberId}
              number={number}
              findings={unsaidFindings(matters, findings.get(number.numberId) ?? [])}
              mayManage={mayManage}
            />
          ))}
        </ul>
      )}
      {old.length > 0 && <OldNumbers numbers={old} />}
    </section>
  );
}
