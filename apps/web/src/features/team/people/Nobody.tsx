import { UserSearch } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { teamMessages } from '../messages.ts';

export function Nobody() {
  const t = useT(teamMessages);
  return (
    <EmptyState
      icon={UserSearch}
      title={t('nobody')}
      action={<ButtonLink to="/team">{t('clear')}</ButtonLink>}
    >
      {t('nobodyHelp')}
    </EmptyState>
  );
}
