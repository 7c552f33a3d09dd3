import { Plus } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { ConsentHeader } from '../ConsentHeader.tsx';
import { suppressionMessages } from './messages.ts';

export function SuppressionHeader() {
  const t = useT(suppressionMessages);
  const mayManage = useAllows()('suppression.manage');
  return (
    <ConsentHeader
      about={t('about')}
      actions={
        mayManage && (
          <ButtonLink tone="primary" icon={Plus} to="/consent/suppression" search={{ act: 'new' }}>
            {t('newList')}
          </ButtonLink>
        )
      }
    />
  );
}
