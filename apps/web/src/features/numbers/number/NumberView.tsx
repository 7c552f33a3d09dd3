import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { BackToNumbers } from '../BackToNumbers.tsx';
import { CheckConnection } from '../connection/CheckConnection.tsx';
import { concernsOf, stateOfConcerns } from '../health/concerns.ts';
import { numberHealthQuery } from '../health/health-query.ts';
import { daysUntil, judgeAccount, judgeNumber } from '../health/judge.ts';
import { StateMark } from '../health/StateMark.tsx';
import { numberMessages } from '../messages.ts';
import type { Account, BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { LiveTest } from '../live-test/LiveTest.tsx';
import { HealthCard } from '../vitals/HealthCard.tsx';
import { NumberConcerns } from '../vitals/NumberConcerns.tsx';
import { ItsConnection } from './ItsConnection.tsx';
import { NumberFacts } from './NumberFacts.tsx';
import { RefreshNumber } from './RefreshNumber.tsx';
import { Registration } from './Registration.tsx';

interface NumberViewProps {
  number: BusinessNumber;
  account: Account;
}

export function NumberView({ number, account }: NumberViewProps) {
  const t = useT(numberMessages);
  const now = useNow();
  const mayManage = useAllows()('numbers.manage');
  const { numberId, phone, name, disconnectedAt } = number;
  const used = disconnectedAt === null;
  const looked = useQuery({ ...numberHealthQuery(numberId), enabled: used });
  const health = looked.data;
  const concerns = used
    ? concernsOf([...judgeAccount(account, now), ...judgeNumber(number)], health?.findings ?? [])
    : [];
  const daysLeft = account.expiresAt ? daysUntil(account.expiresAt, now) : 0;
  return (
    <>
      <PageHeader
        back={<BackToNumbers />}
        title={phoneText(phone)}
        beside={used && <StateMark state={stateOfConcerns(concerns)} />}
        description={name}
      />
      <div className="grid gap-5">
        {disconnectedAt && (
          <Banner tone="neutral">
            {t.rich('disconnectedAt', { when: <Time at={disconnectedAt} as="dayYear" /> })}.{' '}
            {t('historyStays')}
          </Banner>
        )}
        {used && <NumberConcerns concerns={concerns} daysLeft={daysLeft} health={health} />}
        {mayManage && used && !number.registered && <Registration number={number} />}
        {used && (
          <HealthCard
            health={health}
            concerns={concerns}
            daysLeft={daysLeft}
            isError={looked.isError}
            retrying={looked.isFetching}
            onRetry={() => void looked.refetch()}
          />
        )}
        {mayManage && used && number.registered && <LiveTest number={number} />}
        {mayManage && used && number.registered && <Registration number={number} />}
        <Card title={t('atMeta')} actions={mayManage && used && <RefreshNumber number={number} />}>
          <NumberFacts number={number} />
        </Card>
        <ItsConnection account={account} />
        {mayManage && used && <CheckConnection accountId={account.accountId} />}
      </div>
    </>
  );
}
