import { useNavigate } from '@tanstack/react-router';
import { CircleHelp, ShieldX } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { outboxPlaceMessages } from './place-messages.ts';

const none: readonly Command[] = [];

export function OutboxCommands() {
  const t = useT(outboxPlaceMessages);
  const navigate = useNavigate();
  const mayRead = useAllows()('outbox.read');
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'outbox.doubt',
        label: t('showDoubt'),
        group: t('group'),
        icon: CircleHelp,
        alsoKnownAs: ['unknown unconfirmed send again'],
        run: () => void navigate({ to: '/outbox/doubt' }),
      },
      {
        id: 'outbox.refused',
        label: t('showRefused'),
        group: t('group'),
        icon: ShieldX,
        alsoKnownAs: ['why not sent opt-out consent window gate rule'],
        run: () => void navigate({ to: '/outbox/refused' }),
      },
    ],
    [t, navigate],
  );
  useCommands(mayRead ? commands : none);
  return null;
}
