import { Outlet, useRouteContext } from '@tanstack/react-router';
import { useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { CommandCentre } from '../commands/CommandCentre.tsx';
import { shellMessages } from '../messages.ts';
import { ContextPanelHost } from '../panel/ContextPanelHost.tsx';
import { useShellCommands } from '../use-shell-commands.ts';
import { BottomBar } from './BottomBar.tsx';
import { LoadingBar } from './LoadingBar.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { usePageArrival } from './use-page-arrival.ts';

/** Everything around a signed-in page: rail, bar, work area, context panel. */
export function Layout() {
  const t = useT(shellMessages);
  const main = useRef<HTMLElement>(null);
  const { features, slots } = useRouteContext({ from: '__root__' });
  useShellCommands();
  usePageArrival(main);
  return (
    <div className="flex h-dvh overflow-hidden bg-ground">
      <a
        href="#main"
        data-chrome
        className="fixed start-3 top-0 z-80 -translate-y-full rounded-b-md bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <Rail />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar />
        <OfflineBanner />
        {slots.Notice && <slots.Notice />}
        <div className="flex min-h-0 flex-1 md:pe-2 md:pb-2">
          <main
            ref={main}
            id="main"
            tabIndex={-1}
            className="relative min-w-0 flex-1 overflow-y-auto bg-surface outline-none max-md:pb-(--bottom-bar) md:rounded-lg md:border md:border-line"
          >
            <LoadingBar />
            <Outlet />
          </main>
          <ContextPanelHost />
        </div>
        <BottomBar />
      </div>
      <CommandCentre />
      {features.map(({ name, Everywhere }) => Everywhere && <Everywhere key={name} />)}
    </div>
  );
}
