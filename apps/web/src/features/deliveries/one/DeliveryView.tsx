import { ChevronLeft } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { BodyBytes } from '../body/BodyBytes.tsx';
import { BodyText } from '../body/BodyText.tsx';
import { StateMark } from '../list/StateMark.tsx';
import { deliveryMessages } from '../messages.ts';
import { DiscardDelivery } from '../parked/DiscardDelivery.tsx';
import { RetryDelivery } from '../parked/RetryDelivery.tsx';
import { deliveryPlaceMessages } from '../place-messages.ts';
import type { WholeDelivery } from '../queries.ts';
import { DeliveryFacts } from './DeliveryFacts.tsx';
import { Parts } from './Parts.tsx';
import { WhyParked } from './WhyParked.tsx';

export function DeliveryView({ delivery }: { delivery: WholeDelivery }) {
  const t = useT(deliveryMessages);
  const place = useT(deliveryPlaceMessages);
  const { state, receivedAt, isWhole, encoding, body } = delivery;
  const label = t(isWhole ? 'body' : 'bodyOwn');
  return (
    <>
      <PageHeader
        back={
          <Link to="/deliveries" className="inline-flex items-center gap-0.5">
            <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
            {t('back')}
          </Link>
        }
        title={place('one')}
        beside={<StateMark state={state} />}
        description={<Time at={receivedAt} as="exact" />}
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          {delivery.reason !== null && (
            <WhyParked reason={delivery.reason} detail={delivery.detail} state={state}>
              {state === 'parked' && (
                <div className="flex flex-wrap gap-2">
                  <RetryDelivery deliveryId={delivery.deliveryId} />
                  <DiscardDelivery delivery={delivery} />
                </div>
              )}
            </WhyParked>
          )}
          {!isWhole && <Banner tone="info">{t('notWhole')}</Banner>}
          <Card title={label}>
            {encoding === 'text' ? (
              <BodyText label={label} text={body} />
            ) : (
              <BodyBytes label={label} base64={body} />
            )}
          </Card>
        </div>
        <div className="grid min-w-0 gap-5">
          <Card title={t('made')}>
            <Parts delivery={delivery} />
          </Card>
          <Card title={t('facts')}>
            <DeliveryFacts delivery={delivery} />
          </Card>
        </div>
      </div>
    </>
  );
}
