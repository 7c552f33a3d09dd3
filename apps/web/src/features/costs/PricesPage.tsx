import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { CostsHeader } from './CostsHeader.tsx';
import { costPlaceMessages } from './place-messages.ts';
import { priceMessages } from './prices/messages.ts';
import { OwnPrices } from './prices/OwnPrices.tsx';
import { PriceForm } from './prices/PriceForm.tsx';
import { pricesQuery } from './prices/prices-query.ts';
import { RateCard } from './prices/RateCard.tsx';
import { useCurrencies } from './use-currencies.ts';

const route = getRouteApi('/shell/costs/prices');

export function PricesPage() {
  return (
    <OnlyWith needs={['costs.read']}>
      <Page>
        <CostsHeader />
        <Prices />
      </Page>
    </OnlyWith>
  );
}

function Prices() {
  const t = useT(priceMessages);
  const place = useT(costPlaceMessages);
  const { add } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('budgets.manage');
  const [currency = 'INR'] = useCurrencies();
  const { data: prices, isError, isFetching, refetch } = useQuery(pricesQuery);
  if (!prices) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={10} />
    );
  }
  const close = () => void navigate({ search: {} });
  return (
    <>
      <div className="grid min-w-0 items-start gap-5 lg:grid-cols-2">
        <OwnPrices prices={prices.filter(({ entryId }) => entryId !== null)} mayManage={mayManage} />
        <RateCard prices={prices.filter(({ entryId }) => entryId === null)} />
      </div>
      <Dialog
        open={mayManage && add === true}
        onOpenChange={(open) => !open && close()}
        title={place('newPrice')}
        description={t('addHelp')}
        size="medium"
      >
        <PriceForm currency={currency} onDone={close} />
      </Dialog>
    </>
  );
}
