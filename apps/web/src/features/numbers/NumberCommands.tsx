import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { numberPlaceMessages } from './place-messages.ts';

export function NumberCommands() {
  const t = useT(numberPlaceMessages);
  const navigate = useNavigate();
  const mayManage = useAllows()('numbers.manage');
  const commands = useMemo(
    () =>
      mayManage
        ? [
            {
              id: 'numbers.connect',
              label: t('connect'),
              group: t('group'),
              icon: Plus,
              keys: 'c n',
              alsoKnownAs: ['add phone number whatsapp account waba embedded signup'],
              run: () => void navigate({ to: '/numbers/connect' }),
            },
          ]
        : [],
    [t, navigate, mayManage],
  );
  useCommands(commands);
  return null;
}
