import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { AccountView } from './connection/AccountView.tsx';
import { numberMessages } from './messages.ts';
import { numbersQuery } from '../../data/numbers.ts';

const route = getRouteApi('/shell/numbers/accounts/$accountId');

export function AccountPage() {
  return (
    <OnlyWith needs={['numbers.read']}>
      <Page width="read">
        <OneAccount />
      </Page>
    </OnlyWith>
  );
}

function OneAccount() {
  const t = useT(numberMessages);
  const { accountId } = route.useParams();
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
  const account = data.accounts.find((one) => one.accountId === accountId);
  if (!account) {
    return (
      <EmptyState title={t('missingAccount')} action={<Link to="/numbers">{t('backToNumbers')}</Link>}>
        {t('missingHelp')}
      </EmptyState>
    );
  }
  return <AccountView account={account} connected={data} />;
}
