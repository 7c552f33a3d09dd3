import { MessagesSquare } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { homeMessages } from './messages.ts';

export function HomePage() {
  const t = useT(homeMessages);
  return (
    <Page>
      <PageHeader title={t('title')} />
      <EmptyState icon={MessagesSquare} title={t('empty')}>
        {t('emptyHelp')}
      </EmptyState>
    </Page>
  );
}
