import { Check } from 'lucide-react';
import { useRoleName } from '../../data/access.ts';
import { workspaceAddress, type OpenWorkspace } from '../../data/session.ts';
import { useT } from '../../i18n/use-t.ts';
import { Badge } from '../../ui/display/Badge.tsx';
import { switcherMessages } from './messages.ts';
import { moveFocus } from './move-focus.ts';
import { WorkspaceTile } from './WorkspaceTile.tsx';

interface WorkspaceRowProps {
  workspace: OpenWorkspace;
  current: boolean;
  onCurrent: () => void;
}

/** A plain link: another workspace is another page load, and may be opened in another tab. */
export function WorkspaceRow({ workspace, current, onCurrent }: WorkspaceRowProps) {
  const t = useT(switcherMessages);
  const roleName = useRoleName();
  return (
    <a
      data-stop
      onKeyDown={moveFocus}
      href={`${workspaceAddress(workspace.workspaceId)}/`}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        if (!current || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onCurrent();
      }}
      className="flex min-h-11 items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover focus-visible:-outline-offset-2"
    >
      <WorkspaceTile name={workspace.name} />
      <span className="grid min-w-0 flex-1">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{workspace.name}</span>
          {workspace.demo && <Badge>{t('demo')}</Badge>}
        </span>
        <span className="truncate text-sm text-ink-2">{roleName(workspace)}</span>
      </span>
      {current && (
        <>
          <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />
          <span className="sr-only">{t('current')}</span>
        </>
      )}
    </a>
  );
}
