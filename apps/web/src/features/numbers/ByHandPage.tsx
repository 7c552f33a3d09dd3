import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { BackToConnect } from './connect/BackToConnect.tsx';
import { ByHand } from './connect/ByHand.tsx';
import { connectMessages } from './connect/messages.ts';
import { numbersQuery } from '../../data/numbers.ts';
import { numberPlaceMessages } from './place-messages.ts';

const route = getRouteApi('/shell/numbers/connect/hand');

export function ByHandPage() {
  return (
    <OnlyWith needs={['numbers.manage']}>
      <Page width="read">
        <FourValues />
      </Page>
    </OnlyWith>
  );
}

function FourValues() {
  const t = useT(connectMessages);
  const place = useT(numberPlaceMessages);
  const { account: accountId } = route.useSearch();
  const { data, isPending } = useQuery({ ...numbersQuery, enabled: accountId !== undefined });
  const account = data?.accounts.find((one) => one.accountId === accountId);
  const app = data?.apps.find((one) => one.appId === account?.appId);
  return (
    <>
      <PageHeader
        back={<BackToConnect />}
        title={place('byHand')}
        description={account ? t('byHandAgain', { account: account.name }) : t('byHandAbout')}
      />
      {accountId !== undefined && isPending ? (
        <SkeletonLines lines={8} />
      ) : (
        <ByHand metaAppId={app?.metaAppId ?? ''} wabaId={account?.wabaId ?? ''} />
      )}
    </>
  );
}
