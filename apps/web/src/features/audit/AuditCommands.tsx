import { useNavigate } from '@tanstack/react-router';
import { ShieldX } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { auditPlaceMessages } from './place-messages.ts';

const none: readonly Command[] = [];

export function AuditCommands() {
  const t = useT(auditPlaceMessages);
  const navigate = useNavigate();
  const mayRead = useAllows()('sign-ins.read');
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'audit.failed',
        label: t('failedOnes'),
        group: t('group'),
        icon: ShieldX,
        alsoKnownAs: ['wrong password audit log'],
        run: () => void navigate({ to: '/audit', search: { outcome: 'wrong_password' } }),
      },
    ],
    [t, navigate],
  );
  useCommands(mayRead ? commands : none);
  return null;
}
