import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { useOpenWorkspace } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../../ui/classes.ts';
import { later } from '../../ui/later.tsx';
import { useOpener } from '../../ui/overlays/use-opener.ts';
import { switcherPlaceMessages } from './place-messages.ts';
import { WorkspaceTile } from './WorkspaceTile.tsx';

const WorkspacePanel = later(async () => (await import('./WorkspacePanel.tsx')).WorkspacePanel);

/** Which workspace this is, and the way to another. */
export function WorkspaceButton({ compact }: { compact: boolean }) {
  const t = useT(switcherPlaceMessages);
  const workspace = useOpenWorkspace();
  const [open, setOpen] = useState(false);
  const name = workspace?.name ?? '';
  // On a phone the bar shows the name; in the rail the name needs the rail's full width.
  const hidden = compact ? 'hidden' : 'md:max-lg:hidden';
  const { trigger, met, panel } = useOpener(
    <button
      type="button"
      className="flex h-10 min-w-0 items-center gap-2.5 rounded-md px-1.5 text-start hover:bg-hover data-[state=open]:bg-hover lg:w-full"
    >
      <WorkspaceTile name={name} />
      <span className="sr-only">{t('switchFrom', { name })}</span>
      <span aria-hidden className={classes('min-w-0 flex-1 truncate font-semibold', hidden)}>
        {name}
      </span>
      <ChevronsUpDown aria-hidden className={classes('size-4 shrink-0 text-ink-3', hidden)} />
    </button>,
    { kind: 'dialog', open, onPress: () => setOpen(!open), onNear: WorkspacePanel.fetch },
  );
  if (!workspace) return null;
  return (
    <>
      {trigger}
      {met && <WorkspacePanel {...panel} openId={workspace.workspaceId} open={open} onOpenChange={setOpen} />}
    </>
  );
}
