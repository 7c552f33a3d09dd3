import { SearchX } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { auditMessages } from './messages.ts';

export function NoSignIns() {
  const t = useT(auditMessages);
  return (
    <EmptyState
      icon={SearchX}
      title={t('none')}
      action={
        <ButtonLink to="/audit" search={{}}>
          {t('clear')}
        </ButtonLink>
      }
    >
      {t('noneHelp')}
    </EmptyState>
  );
}
