import { useNavigate } from '@tanstack/react-router';
import { PackageX } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { deliveryPlaceMessages } from './place-messages.ts';

export function DeliveryCommands() {
  const t = useT(deliveryPlaceMessages);
  const navigate = useNavigate();
  const may = useAllows()('webhooks.inspect');
  const commands = useMemo((): Command[] => {
    if (!may) return [];
    return [
      {
        id: 'deliveries.parked',
        label: t('parked'),
        group: t('group'),
        icon: PackageX,
        alsoKnownAs: ['webhooks parked retry poison dead letter'],
        run: () => void navigate({ to: '/deliveries/parked' }),
      },
    ];
  }, [t, navigate, may]);
  useCommands(commands);
  return null;
}
