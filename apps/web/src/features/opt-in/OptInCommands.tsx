import { useNavigate } from '@tanstack/react-router';
import { UserRoundPlus } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { optInPlaceMessages } from './place-messages.ts';

export function OptInCommands() {
  const t = useT(optInPlaceMessages);
  const navigate = useNavigate();
  const mayManage = useAllows()('capture.manage');
  const commands = useMemo(
    () =>
      mayManage
        ? [
            {
              id: 'opt-in.add',
              label: t('add'),
              group: t('title'),
              icon: UserRoundPlus,
              alsoKnownAs: ['form qr keyword widget subscribe'],
              run: () => void navigate({ to: '/opt-in/new' }),
            },
          ]
        : [],
    [t, navigate, mayManage],
  );
  useCommands(commands);
  return null;
}
