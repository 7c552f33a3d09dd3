import { SearchX, UserPlus } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { listMessages } from './messages.ts';

export function NoContacts({ narrowed, onAdd }: { narrowed: boolean; onAdd: () => void }) {
  const t = useT(listMessages);
  const mayAdd = useAllows()('contacts.manage');
  if (narrowed)
    return (
      <EmptyState
        icon={SearchX}
        title={t('noneFound')}
        action={
          <ButtonLink to="/contacts" search={{}}>
            {t('showAll')}
          </ButtonLink>
        }
      >
        {t('noneFoundHelp')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={UserPlus}
      title={t('none')}
      action={
        mayAdd && (
          <Button tone="primary" icon={UserPlus} onClick={onAdd}>
            {t('add')}
          </Button>
        )
      }
    >
      {t('noneHelp')}
    </EmptyState>
  );
}
