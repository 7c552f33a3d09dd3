import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { useAccount, useOpenWorkspace } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../../ui/classes.ts';
import { Popover } from '../../ui/overlays/Popover.tsx';
import { switcherMessages } from './messages.ts';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';
import { WorkspaceTile } from './WorkspaceTile.tsx';

/** Which workspace this is, and the way to another. */
export function WorkspaceButton({ compact }: { compact: boolean }) {
  const t = useT(switcherMessages);
  const account = useAccount();
  const workspace = useOpenWorkspace();
  const [open, setOpen] = useState(false);
  if (!workspace) return null;
  // On a phone the bar shows the name; in the rail the name needs the rail's full width.
  const hidden = compact ? 'hidden' : 'md:max-lg:hidden';
  return (
    <Popover
      label={t('switch')}
      open={open}
      onOpenChange={setOpen}
      flush
      trigger={
        <button
          type="button"
          className="flex h-10 min-w-0 items-center gap-2.5 rounded-md px-1.5 text-start hover:bg-hover data-[state=open]:bg-hover lg:w-full"
        >
          <WorkspaceTile name={workspace.name} />
          <span className="sr-only">{t('switchFrom', { name: workspace.name })}</span>
          <span aria-hidden className={classes('min-w-0 flex-1 truncate font-semibold', hidden)}>
            {workspace.name}
          </span>
          <ChevronsUpDown aria-hidden className={classes('size-4 shrink-0 text-ink-3', hidden)} />
        </button>
      }
    >
      <WorkspaceMenu account={account} openId={workspace.workspaceId} onDone={() => setOpen(false)} />
    </Popover>
  );
}
