import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { rightsPlaceMessages } from './place-messages.ts';

export function RightsHeader({ about, actions }: { about: string; actions?: ReactNode }) {
  const place = useT(rightsPlaceMessages);
  return (
    <PageHeader title={place('title')} description={about} actions={actions}>
      <PageTabs label={place('pages')}>
        <PageTab to="/rights" activeOptions={{ exact: true, includeSearch: false }}>
          {place('requests')}
        </PageTab>
        <PageTab to="/rights/settings">{place('settings')}</PageTab>
      </PageTabs>
    </PageHeader>
  );
}
