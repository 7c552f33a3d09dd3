import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { outboxMessages } from './messages.ts';
import { OutboxHeader } from './OutboxHeader.tsx';
import { RefusedList } from './refused/RefusedList.tsx';

export function RefusedPage() {
  const t = useT(outboxMessages);
  return (
    <OnlyWith needs={['outbox.read']}>
      <Page>
        <OutboxHeader about={t('refusedAbout')} />
        <RefusedList />
      </Page>
    </OnlyWith>
  );
}
