import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { isRefusedWith } from '../../../data/is-refused-with.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { ContactView } from './ContactView.tsx';
import { profileMessages } from './messages.ts';
import { contactQuery } from './queries.ts';

const route = getRouteApi('/shell/contacts/$contactId');

export function ContactPage() {
  return (
    <OnlyWith needs={['contacts.read']}>
      <Page>
        <OneContact />
      </Page>
    </OnlyWith>
  );
}

function OneContact() {
  const t = useT(profileMessages);
  const { contactId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(contactQuery(contactId));
  // Another contact is another page: nothing that is being typed goes with it.
  if (data) return <ContactView key={data.contactId} contact={data} />;
  const isMissing = isRefusedWith(error, 'not_found') || isRefusedWith(error, 'invalid_input');
  return (
    <>
      <PageHeader title={t('contact')} />
      {error === null && <SkeletonLines lines={8} />}
      {error !== null && isMissing && (
        <EmptyState icon={SearchX} title={t('missing')}>
          {t('missingHelp')}
        </EmptyState>
      )}
      {error !== null && !isMissing && (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </>
  );
}
