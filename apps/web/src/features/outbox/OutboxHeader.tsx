import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t.ts';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { outboxMessages } from './messages.ts';
import { outboxPlaceMessages } from './place-messages.ts';
import { countsQuery } from './queries.ts';

interface OutboxHeaderProps {
  about: string;
}

/** The head of the three pages, with how much stands on each. */
export function OutboxHeader({ about }: OutboxHeaderProps) {
  const t = useT(outboxMessages);
  const place = useT(outboxPlaceMessages);
  const { data } = useQuery(countsQuery);
  const sum = (only?: string): number | undefined =>
    data?.counts.reduce((all, { state, count }) => all + (only && state !== only ? 0 : count), 0) ||
    undefined;
  return (
    <PageHeader title={place('title')} description={about}>
      <PageTabs label={t('pages')}>
        <PageTab to="/outbox" activeOptions={{ exact: true, includeSearch: false }} count={sum()}>
          {t('waiting')}
        </PageTab>
        <PageTab to="/outbox/doubt" count={sum('unknown')}>
          {place('doubt')}
        </PageTab>
        <PageTab to="/outbox/refused" activeOptions={{ includeSearch: false }}>
          {place('refused')}
        </PageTab>
      </PageTabs>
    </PageHeader>
  );
}
