import { lazy, Suspense, useEffect } from 'react';
import { openShellDialog, useShellDialog } from './shell-dialogs.ts';
import { useKeyCommands } from './use-key-commands.ts';

// Neither is needed to read a page: they come when first asked for.
const CommandPalette = lazy(() =>
  import('./CommandPalette.tsx').then((file) => ({ default: file.CommandPalette })),
);
const KeyboardHelp = lazy(() =>
  import('./KeyboardHelp.tsx').then((file) => ({ default: file.KeyboardHelp })),
);

export function CommandCentre() {
  useKeyCommands();
  const open = useShellDialog();
  // Signed out while it was open: the next person must not find it so.
  useEffect(() => () => openShellDialog('none'), []);
  const change = (next: boolean) => openShellDialog(next ? open : 'none');
  return (
    <Suspense>
      {open === 'palette' && <CommandPalette open onOpenChange={change} />}
      {open === 'keys' && <KeyboardHelp open onOpenChange={change} />}
    </Suspense>
  );
}
