import { Building, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { goTo, workspaceAddress } from '../../data/session.ts';
import { useAccount, useOpenWorkspace } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { openCreateDialog, useCreateDialog } from './create-dialog.ts';
import { CreateWorkspaceForm } from './CreateWorkspaceForm.tsx';
import { switcherMessages } from './messages.ts';
import { ownedOrganisations } from './owned-organisations.ts';

/** Going to another workspace and making one, from any page. */
export function WorkspaceCommands() {
  const t = useT(switcherMessages);
  const account = useAccount();
  const open = useOpenWorkspace();
  const creating = useCreateDialog();
  const mayCreate = ownedOrganisations(account).length > 0;

  const commands = useMemo(() => {
    const going = account.workspaces
      .filter(({ workspaceId }) => workspaceId !== open?.workspaceId)
      .map(({ workspaceId, name }): Command => ({
        id: `workspace.${workspaceId}`,
        label: t('switchTo', { name }),
        group: t('group'),
        icon: Building,
        alsoKnownAs: ['switch workspace brand'],
        run: () => void goTo(`${workspaceAddress(workspaceId)}/`),
      }));
    const create: Command = {
      id: 'workspace.create',
      label: t('create'),
      group: t('group'),
      icon: Plus,
      keys: 'c w',
      alsoKnownAs: ['create new workspace brand'],
      run: () => openCreateDialog(true),
    };
    return mayCreate ? [...going, create] : going;
  }, [account.workspaces, open?.workspaceId, mayCreate, t]);
  useCommands(commands);

  return (
    <Dialog
      open={creating}
      onOpenChange={openCreateDialog}
      title={t('createTitle')}
      description={t('createHelp')}
    >
      <CreateWorkspaceForm account={account} onCancel={() => openCreateDialog(false)} />
    </Dialog>
  );
}
