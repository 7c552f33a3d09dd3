import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { costPlaceMessages } from '../place-messages.ts';
import { priceMessages } from './messages.ts';
import { PriceTable } from './PriceTable.tsx';
import type { Price } from './prices-query.ts';

interface OwnPricesProps {
  prices: readonly Price[];
  mayManage: boolean;
}

export function OwnPrices({ prices, mayManage }: OwnPricesProps) {
  const t = useT(priceMessages);
  const place = useT(costPlaceMessages);
  if (prices.length === 0) {
    return (
      <section className="rounded-lg border border-line bg-raised">
        <EmptyState
          title={t('ownNone')}
          action={
            mayManage && (
              <ButtonLink to="/costs/prices" search={{ add: true }}>
                {place('newPrice')}
              </ButtonLink>
            )
          }
        >
          {t('ownNoneHelp')}
        </EmptyState>
      </section>
    );
  }
  return (
    <Card title={t('own')} description={t('ownHelp')}>
      <PriceTable title={t('own')} prices={prices} withCountry removable={mayManage} />
    </Card>
  );
}
