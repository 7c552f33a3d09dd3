import { useRouteContext } from '@tanstack/react-router';
import { CircleHelp, Search } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/actions/IconButton.tsx';
import { Kbd } from '../../ui/actions/Kbd.tsx';
import { openShellDialog } from '../commands/shell-dialogs.ts';
import { shellMessages } from '../messages.ts';
import { PanelButton } from '../panel/PanelButton.tsx';
import { AppearanceButton } from './AppearanceButton.tsx';
import { Mark } from './Mark.tsx';

export function TopBar() {
  const t = useT(shellMessages);
  const { slots } = useRouteContext({ from: '__root__' });
  return (
    <header
      data-chrome
      className="flex h-13 shrink-0 items-center gap-1.5 px-3 max-md:border-b max-md:border-line md:ps-0 md:pe-2"
    >
      <span className="flex min-w-0 items-center md:hidden">
        {slots.Workspace ? <slots.Workspace compact={false} /> : <Mark className="size-6" />}
      </span>
      <button
        type="button"
        onClick={() => openShellDialog('palette')}
        className="hidden h-8.5 w-full max-w-80 items-center gap-2 rounded-md border border-line bg-surface ps-2.5 pe-1.5 text-start text-ink-3 hover:border-line-strong hover:text-ink-2 md:flex"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 truncate">{t('search')}</span>
        <Kbd keys="mod+k" />
      </button>
      <span className="flex-1" />
      <span className="contents md:hidden">
        <IconButton icon={Search} label={t('search')} onClick={() => openShellDialog('palette')} />
      </span>
      <PanelButton />
      <AppearanceButton />
      <span className="contents max-sm:hidden">
        <IconButton
          icon={CircleHelp}
          label={t('keyboardHelp')}
          keys="?"
          onClick={() => openShellDialog('keys')}
        />
      </span>
      {slots.Account && <slots.Account />}
    </header>
  );
}
