import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isRefusedWith } from '../../../data/is-refused-with.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { proofQuery } from '../queries.ts';
import { proofMessages } from './messages.ts';
import { ProofView } from './ProofView.tsx';

const route = getRouteApi('/shell/consent/contacts/$contactId');

export function ProofPage() {
  return (
    <OnlyWith needs={['consent.read']}>
      <Page width="read">
        <OneProof />
      </Page>
    </OnlyWith>
  );
}

function OneProof() {
  const t = useT(proofMessages);
  const { contactId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(proofQuery(contactId));
  if (data) return <ProofView proof={data} />;
  if (error === null)
    return (
      <div className="pt-6">
        <SkeletonLines lines={12} />
      </div>
    );
  // An address that is no id is refused as input.
  if (isRefusedWith(error, 'not_found') || isRefusedWith(error, 'invalid_input'))
    return (
      <EmptyState title={t('missing')} action={<ButtonLink to="/consent">{t('back')}</ButtonLink>}>
        {t('missingHelp')}
      </EmptyState>
    );
  return <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />;
}
