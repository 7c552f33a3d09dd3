import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { messageMessages } from './messages.ts';
import { MessageView } from './MessageView.tsx';
import { messagePlaceMessages } from './place-messages.ts';
import { messageQuery } from './queries.ts';

const route = getRouteApi('/shell/messages/$messageId');

export function MessagePage() {
  return (
    <OnlyWith needs={['messages.read']}>
      <Page>
        <OneMessage />
      </Page>
    </OnlyWith>
  );
}

function OneMessage() {
  const t = useT(messageMessages);
  const place = useT(messagePlaceMessages);
  const mayReadOutbox = useAllows()('outbox.read');
  const { messageId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(messageQuery(messageId));
  if (data) return <MessageView message={data} />;
  const isMissing = isRefusedWith(error, 'not_found') || isRefusedWith(error, 'invalid_input');
  return (
    <>
      <PageHeader title={place('one')} />
      {error === null && <SkeletonLines lines={8} />}
      {error !== null && isMissing && (
        <EmptyState
          icon={SearchX}
          title={t('missing')}
          action={mayReadOutbox && <ButtonLink to="/outbox/refused">{t('showRefused')}</ButtonLink>}
        >
          {t('missingHelp')}
        </EmptyState>
      )}
      {error !== null && !isMissing && (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </>
  );
}
