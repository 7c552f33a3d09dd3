import { useAccount } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { PopoverPanel } from '../../ui/overlays/PopoverPanel.tsx';
import type { PanelProps } from '../../ui/overlays/use-opener.ts';
import { switcherMessages } from './messages.ts';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

interface WorkspacePanelProps extends PanelProps {
  openId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What the button with the workspace's name opens. */
export function WorkspacePanel({ openId, ...panel }: WorkspacePanelProps) {
  const t = useT(switcherMessages);
  const account = useAccount();
  return (
    <PopoverPanel {...panel} label={t('switch')} flush>
      <WorkspaceMenu account={account} openId={openId} onDone={() => panel.onOpenChange(false)} />
    </PopoverPanel>
  );
}
