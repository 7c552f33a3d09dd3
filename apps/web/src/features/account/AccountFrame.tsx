import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { accountMessages } from './messages.ts';
import { accountPlaceMessages } from './place-messages.ts';

/** What the three parts of the account share: the title and the way between them. */
export function AccountFrame({ children }: { children: ReactNode }) {
  const t = useT(accountMessages);
  const place = useT(accountPlaceMessages);
  return (
    <Page width="read">
      <PageHeader title={place('title')} description={t('help')}>
        <PageTabs label={t('parts')}>
          <PageTab to="/account" activeOptions={{ exact: true }}>
            {place('profile')}
          </PageTab>
          <PageTab to="/account/security">{place('security')}</PageTab>
          <PageTab to="/account/devices">{place('devices')}</PageTab>
        </PageTabs>
      </PageHeader>
      <div className="grid gap-5">{children}</div>
    </Page>
  );
}
