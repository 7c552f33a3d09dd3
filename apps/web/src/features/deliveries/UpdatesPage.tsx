import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { DeliveriesHeader } from './DeliveriesHeader.tsx';
import { deliveryMessages } from './messages.ts';
import { UpdatesTable } from './updates/UpdatesTable.tsx';

export function UpdatesPage() {
  const t = useT(deliveryMessages);
  return (
    <OnlyWith needs={['webhooks.inspect']}>
      <Page width="fill">
        <DeliveriesHeader about={t('aboutUpdates')} />
        <UpdatesTable />
      </Page>
    </OnlyWith>
  );
}
