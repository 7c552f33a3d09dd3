import { useEffect } from 'react';
import { later } from '../../ui/later.tsx';
import { openShellDialog, useShellDialog } from './shell-dialogs.ts';
import { useKeyCommands } from './use-key-commands.ts';

// Neither is needed to read a page: they come when first asked for.
const CommandPalette = later(async () => (await import('./CommandPalette.tsx')).CommandPalette);
const KeyboardHelp = later(async () => (await import('./KeyboardHelp.tsx')).KeyboardHelp);

export function CommandCentre() {
  useKeyCommands();
  const open = useShellDialog();
  // Signed out while it was open: the next person must not find it so.
  useEffect(() => () => openShellDialog('none'), []);
  const change = (next: boolean) => openShellDialog(next ? open : 'none');
  return (
    <>
      {open === 'palette' && <CommandPalette open onOpenChange={change} />}
      {open === 'keys' && <KeyboardHelp open onOpenChange={change} />}
    </>
  );
}
