import type { Permission } from '@trikon/contract';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.ts';
import { ButtonLink } from '../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../ui/feedback/EmptyState.tsx';
import { useAllows, useOpenWorkspace } from '../data/use-workspace.ts';
import { shellMessages } from './messages.ts';

interface OnlyWithProps {
  /** Any of these opens the page. */
  needs: readonly Permission[];
  children: ReactNode;
}

/** A page that someone reached by its address without being allowed to: says so, and who can help. */
export function OnlyWith({ needs, children }: OnlyWithProps) {
  const t = useT(shellMessages);
  const allows = useAllows();
  const workspace = useOpenWorkspace();
  if (needs.some(allows)) return children;
  return (
    <EmptyState icon={Lock} title={t('notAllowed')} action={<ButtonLink to="/">{t('home')}</ButtonLink>}>
      {t('notAllowedHelp', { workspace: workspace?.name ?? '' })}
    </EmptyState>
  );
}
