import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { DeliveriesHeader } from './DeliveriesHeader.tsx';
import { deliveryMessages } from './messages.ts';
import { DeliveriesTable } from './list/DeliveriesTable.tsx';

export function DeliveriesPage() {
  const t = useT(deliveryMessages);
  return (
    <OnlyWith needs={['webhooks.inspect']}>
      <Page width="fill">
        <DeliveriesHeader about={t('about')} />
        <DeliveriesTable />
      </Page>
    </OnlyWith>
  );
}
