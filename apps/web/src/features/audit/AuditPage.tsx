import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { auditMessages } from './messages.ts';
import { auditPlaceMessages } from './place-messages.ts';
import { SignInsTable } from './SignInsTable.tsx';

export function AuditPage() {
  const t = useT(auditMessages);
  const place = useT(auditPlaceMessages);
  return (
    <OnlyWith needs={['sign-ins.read']}>
      <Page width="fill">
        <PageHeader title={place('title')} description={t('about')} />
        <SignInsTable />
      </Page>
    </OnlyWith>
  );
}
