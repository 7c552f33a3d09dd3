import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { auditMessages } from './messages.ts';
import { SignInsTable } from './SignInsTable.tsx';

export function AuditPage() {
  const t = useT(auditMessages);
  return (
    <OnlyWith needs={['sign-ins.read']}>
      <Page width="fill">
        <PageHeader title={t('title')} description={t('about')} />
        <SignInsTable />
      </Page>
    </OnlyWith>
  );
}
