import { Outlet } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { AppearanceButton } from './layout/AppearanceButton.tsx';
import { Mark } from './layout/Mark.tsx';
import { shellMessages } from './messages.ts';

/** Around pages that need no one signed in: signing in, first set-up, an invitation. */
export function PublicLayout() {
  const t = useT(shellMessages);
  return (
    <div className="flex min-h-dvh flex-col bg-ground">
      <header className="flex h-13 items-center justify-between px-4">
        <span className="flex items-center gap-2">
          <Mark className="size-6" />
          <span className="text-lg font-semibold tracking-tight">{t('product')}</span>
        </span>
        <AppearanceButton />
      </header>
      <main id="main" className="flex flex-1 flex-col items-center px-4 pt-[8vh] pb-16">
        <Outlet />
      </main>
    </div>
  );
}
