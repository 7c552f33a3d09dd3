import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t.ts';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { deliveryMessages } from './messages.ts';
import { deliveryPlaceMessages } from './place-messages.ts';
import { parkedCountsQuery } from './queries.ts';

/** The head of the three lists, with how much waits for a decision. */
export function DeliveriesHeader({ about }: { about: string }) {
  const t = useT(deliveryMessages);
  const place = useT(deliveryPlaceMessages);
  const { data } = useQuery(parkedCountsQuery);
  const parked = data?.items.reduce((sum, { count }) => sum + count, 0) || undefined;
  return (
    <PageHeader title={place('title')} description={about}>
      <PageTabs label={t('pages')}>
        <PageTab to="/deliveries" activeOptions={{ exact: true, includeSearch: false }}>
          {t('all')}
        </PageTab>
        <PageTab to="/deliveries/parked" count={parked}>
          {t('parkedTab')}
        </PageTab>
        <PageTab to="/deliveries/updates" activeOptions={{ includeSearch: false }}>
          {place('updates')}
        </PageTab>
      </PageTabs>
    </PageHeader>
  );
}
