import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { consentPlaceMessages } from './place-messages.ts';

interface ConsentHeaderProps {
  about: string;
  actions?: ReactNode;
}

/** The head of the pages about what people agreed to and asked for. */
export function ConsentHeader({ about, actions }: ConsentHeaderProps) {
  const place = useT(consentPlaceMessages);
  return (
    <PageHeader title={place('title')} description={about} actions={actions}>
      <PageTabs label={place('pages')}>
        <PageTab to="/consent" activeOptions={{ exact: true, includeSearch: false }}>
          {place('overview')}
        </PageTab>
        <PageTab to="/consent/notices" activeOptions={{ includeSearch: false }}>
          {place('notices')}
        </PageTab>
        <PageTab to="/consent/suppression" activeOptions={{ includeSearch: false }}>
          {place('suppression')}
        </PageTab>
        <PageTab to="/consent/words" activeOptions={{ includeSearch: false }}>
          {place('words')}
        </PageTab>
      </PageTabs>
    </PageHeader>
  );
}
