import { useNavigate } from '@tanstack/react-router';
import { KeyRound, RotateCw } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { developerPlaceMessages } from './place-messages.ts';

export function DeveloperCommands() {
  const t = useT(developerPlaceMessages);
  const navigate = useNavigate();
  const allows = useAllows();
  const [mayKeys, mayJobs] = [allows('api-keys.manage'), allows('jobs.manage')];
  const commands = useMemo(() => {
    const key: Command = {
      id: 'developers.key',
      label: t('newKey'),
      group: t('group'),
      icon: KeyRound,
      keys: 'c k',
      alsoKnownAs: ['create api key token secret'],
      run: () => void navigate({ to: '/developers', search: { create: true } }),
    };
    const failed: Command = {
      id: 'developers.failed',
      label: t('failedWork'),
      group: t('group'),
      icon: RotateCw,
      alsoKnownAs: ['failed jobs dead letter queue'],
      run: () => void navigate({ to: '/developers/failed' }),
    };
    return [...(mayKeys ? [key] : []), ...(mayJobs ? [failed] : [])];
  }, [t, navigate, mayKeys, mayJobs]);
  useCommands(commands);
  return null;
}
