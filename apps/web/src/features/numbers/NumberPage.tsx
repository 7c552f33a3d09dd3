import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { numberMessages } from './messages.ts';
import { NumberView } from './number/NumberView.tsx';
import { numbersQuery } from '../../data/numbers.ts';

const route = getRouteApi('/shell/numbers/$numberId');

export function NumberPage() {
  return (
    <OnlyWith needs={['numbers.read']}>
      <Page width="read">
        <OneNumber />
      </Page>
    </OnlyWith>
  );
}

function OneNumber() {
  const t = useT(numberMessages);
  const { numberId } = route.useParams();
  const { data, isError, isFetching, refetch } = useQuery(numbersQuery);
  if (!data) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <div className="pt-6">
        <SkeletonLines lines={8} />
      </div>
    );
  }
  const number = data.numbers.find((one) => one.numberId === numberId);
  const account = data.accounts.find((one) => one.accountId === number?.accountId);
  if (!number || !account) {
    return (
      <EmptyState title={t('missing')} action={<Link to="/numbers">{t('backToNumbers')}</Link>}>
        {t('missingHelp')}
      </EmptyState>
    );
  }
  return <NumberView number={number} account={account} />;
}
