import { KeyRound } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { CopyField } from '../../../ui/actions/CopyField.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { BackToNumbers } from '../BackToNumbers.tsx';
import { daysUntil, judgeAccount, stateOf } from '../health/judge.ts';
import { MatterNote } from '../health/MatterNote.tsx';
import { StateMark } from '../health/StateMark.tsx';
import { numberMessages } from '../messages.ts';
import type { Account, Connected } from '../../../data/numbers.ts';
import { AccountFacts } from './AccountFacts.tsx';
import { ActionCard } from './ActionCard.tsx';
import { CheckConnection } from './CheckConnection.tsx';
import { DisconnectCard } from './DisconnectCard.tsx';
import { connectionMessages } from './messages.ts';
import { SecretCard } from './SecretCard.tsx';

interface AccountViewProps {
  account: Account;
  connected: Connected;
}

export function AccountView({ account, connected }: AccountViewProps) {
  const t = useT(connectionMessages);
  const n = useT(numberMessages);
  const now = useNow();
  const mayManage = useAllows()('numbers.manage');
  const { accountId, appId, wabaId, name, expiresAt, disconnectedAt } = account;
  const app = connected.apps.find((one) => one.appId === appId);
  const matters = judgeAccount(account, now);
  const used = connected.accounts.filter((one) => one.appId === appId && one.disconnectedAt === null);
  const numbers = connected.numbers.filter(
    (one) => one.accountId === accountId && one.disconnectedAt === null,
  );
  return (
    <>
      <PageHeader
        back={<BackToNumbers />}
        title={name}
        beside={disconnectedAt === null && <StateMark state={stateOf(matters)} />}
        description={n('accountId', { id: wabaId })}
      />
      <div className="grid gap-5">
        {disconnectedAt && (
          <Banner tone="neutral">
            {t.rich('wasDisconnected', { when: <Time at={disconnectedAt} as="dayYear" /> })}
          </Banner>
        )}
        {matters.map((matter) => (
          <MatterNote key={matter} matter={matter} daysLeft={expiresAt ? daysUntil(expiresAt, now) : 0} />
        ))}
        <Card>
          <AccountFacts account={account} app={app} />
        </Card>
        {mayManage && disconnectedAt === null && <CheckConnection accountId={accountId} />}
        {mayManage && (
          <ActionCard
            title={disconnectedAt ? n('connectAgain') : t('newToken')}
            description={t('newTokenHelp')}
            action={
              <ButtonLink icon={KeyRound} to="/numbers/connect/hand" search={{ account: accountId }}>
                {disconnectedAt ? n('connectAgain') : t('newToken')}
              </ButtonLink>
            }
          />
        )}
        {app && app.callbackUrl !== null && disconnectedAt === null && (
          <Card>
            <div className="grid gap-1.5">
              <CopyField label={t('callback')} value={app.callbackUrl} />
              <p className="max-w-(--measure) text-sm text-ink-2">{t('callbackHelp')}</p>
            </div>
          </Card>
        )}
        {mayManage && app && disconnectedAt === null && <SecretCard app={app} accounts={used.length} />}
        {mayManage && disconnectedAt === null && <DisconnectCard account={account} numbers={numbers} />}
      </div>
    </>
  );
}
