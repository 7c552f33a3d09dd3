import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { LogTable } from './log/LogTable.tsx';
import { messageMessages } from './messages.ts';
import { messagePlaceMessages } from './place-messages.ts';

export function MessagesPage() {
  const t = useT(messageMessages);
  const place = useT(messagePlaceMessages);
  return (
    <OnlyWith needs={['messages.read']}>
      <Page width="fill">
        <PageHeader title={place('title')} description={t('about')} />
        <LogTable />
      </Page>
    </OnlyWith>
  );
}
