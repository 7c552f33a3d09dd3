import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { BackToConnect } from './connect/BackToConnect.tsx';
import { connectMessages } from './connect/messages.ts';
import { signUpQuery } from './connect/sign-up-query.ts';
import { SignUp } from './connect/SignUp.tsx';
import { useOwnDocument } from './connect/use-own-document.ts';
import { numberPlaceMessages } from './place-messages.ts';

export function SignUpPage() {
  return (
    <OnlyWith needs={['numbers.manage']}>
      <Page width="read">
        <BySignUp />
      </Page>
    </OnlyWith>
  );
}

function BySignUp() {
  const t = useT(connectMessages);
  const place = useT(numberPlaceMessages);
  const own = useOwnDocument();
  const { data, isError, isFetching, refetch } = useQuery(signUpQuery);
  return (
    <>
      <PageHeader back={<BackToConnect />} title={place('signUp')} description={t('signUpAbout')} />
      {own && data ? (
        <SignUp settings={data} />
      ) : data === null ? (
        <EmptyState
          title={t('notSetUp')}
          action={
            <ButtonLink tone="primary" to="/numbers/connect/hand">
              {place('byHand')}
            </ButtonLink>
          }
        >
          {t('notSetUpHelp')}
        </EmptyState>
      ) : isError ? (
        <ErrorState title={t('settingsFailed')} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  );
}
