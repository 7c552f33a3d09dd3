import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { BackToNumbers } from '../BackToNumbers.tsx';
import { CheckConnection } from '../connection/CheckConnection.tsx';
import { daysUntil, judgeAccount, judgeNumber, stateOf } from '../health/judge.ts';
import { MatterNote } from '../health/MatterNote.tsx';
import { StateMark } from '../health/StateMark.tsx';
import { numberMessages } from '../messages.ts';
import type { Account, BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
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
  const { phone, name, disconnectedAt } = number;
  const used = disconnectedAt === null;
  const ofAccount = used ? judgeAccount(account, now) : [];
  const matters = [...ofAccount, ...judgeNumber(number)];
  const daysLeft = account.expiresAt ? daysUntil(account.expiresAt, now) : 0;
  return (
    <>
      <PageHeader
        back={<BackToNumbers />}
        title={phoneText(phone)}
        beside={used && <StateMark state={stateOf(matters)} />}
        description={name}
      />
      <div className="grid gap-5">
        {disconnectedAt && (
          <Banner tone="neutral">
            {t.rich('disconnectedAt', { when: <Time at={disconnectedAt} as="dayYear" /> })}.{' '}
            {t('historyStays')}
          </Banner>
        )}
        {matters.map((matter) => (
          <MatterNote key={matter} matter={matter} daysLeft={daysLeft} />
        ))}
        {mayManage && used && <Registration number={number} />}
        <Card title={t('atMeta')} actions={mayManage && used && <RefreshNumber number={number} />}>
          <NumberFacts number={number} />
        </Card>
        <ItsConnection account={account} />
        {mayManage && used && <CheckConnection accountId={account.accountId} />}
      </div>
    </>
  );
}
