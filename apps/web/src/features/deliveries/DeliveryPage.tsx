import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { deliveryMessages } from './messages.ts';
import { DeliveryView } from './one/DeliveryView.tsx';
import { deliveryQuery } from './queries.ts';

const route = getRouteApi('/shell/deliveries/$deliveryId');

export function DeliveryPage() {
  return (
    <OnlyWith needs={['webhooks.inspect']}>
      <Page width="wide">
        <OneDelivery />
      </Page>
    </OnlyWith>
  );
}

function OneDelivery() {
  const t = useT(deliveryMessages);
  const { deliveryId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(deliveryQuery(deliveryId));
  if (data) return <DeliveryView delivery={data} />;
  if (error === null)
    return (
      <div className="pt-6">
        <SkeletonLines lines={12} />
      </div>
    );
  // An address that is no id is refused as input.
  if (isRefusedWith(error, 'not_found') || isRefusedWith(error, 'invalid_input'))
    return (
      <EmptyState title={t('missing')} action={<ButtonLink to="/deliveries">{t('back')}</ButtonLink>}>
        {t('missingHelp')}
      </EmptyState>
    );
  return <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />;
}
