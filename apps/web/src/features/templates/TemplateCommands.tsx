import { useNavigate } from '@tanstack/react-router';
import { ClipboardCheck, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { templatePlaceMessages } from './place-messages.ts';

export function TemplateCommands() {
  const t = useT(templatePlaceMessages);
  const navigate = useNavigate();
  const allows = useAllows();
  const [mayRead, mayWrite] = [allows('templates.read'), allows('templates.manage')];
  const commands = useMemo(() => {
    const group = t('title');
    const review: Command = {
      id: 'templates.review',
      label: t('review'),
      group,
      icon: ClipboardCheck,
      alsoKnownAs: ['approve templates queue'],
      run: () => void navigate({ to: '/templates/review' }),
    };
    const fresh: Command = {
      id: 'templates.new',
      label: t('fresh'),
      group,
      icon: Plus,
      keys: 'c t',
      alsoKnownAs: ['create write template'],
      run: () => void navigate({ to: '/templates/new' }),
    };
    return [...(mayRead ? [review] : []), ...(mayWrite ? [fresh] : [])];
  }, [t, navigate, mayRead, mayWrite]);
  useCommands(commands);
  return null;
}
