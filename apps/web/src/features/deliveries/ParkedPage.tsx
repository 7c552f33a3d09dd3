import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { DeliveriesHeader } from './DeliveriesHeader.tsx';
import { deliveryMessages } from './messages.ts';
import { ParkedGroups } from './parked/ParkedGroups.tsx';

export function ParkedPage() {
  const t = useT(deliveryMessages);
  return (
    <OnlyWith needs={['webhooks.inspect']}>
      <Page width="wide">
        <DeliveriesHeader about={t('aboutParked')} />
        <ParkedGroups />
      </Page>
    </OnlyWith>
  );
}
