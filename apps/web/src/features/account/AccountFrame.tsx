import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { accountMessages } from './messages.ts';

/** What the three parts of the account share: the title and the way between them. */
export function AccountFrame({ children }: { children: ReactNode }) {
  const t = useT(accountMessages);
  return (
    <Page width="read">
      <PageHeader title={t('title')} description={t('help')}>
        <PageTabs label={t('parts')}>
          <PageTab to="/account" activeOptions={{ exact: true }}>
            {t('profile')}
          </PageTab>
          <PageTab to="/account/security">{t('security')}</PageTab>
          <PageTab to="/account/devices">{t('devices')}</PageTab>
        </PageTabs>
      </PageHeader>
      <div className="grid gap-5">{children}</div>
    </Page>
  );
}
