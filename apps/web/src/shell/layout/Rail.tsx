import { useRouteContext } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/actions/IconButton.tsx';
import { classes } from '../../ui/classes.ts';
import { shellMessages } from '../messages.ts';
import { setPreferences, usePreferences } from '../preferences.ts';
import { Mark } from './Mark.tsx';
import { bySection, usePlaces } from './places.ts';
import { RailLink } from './RailLink.tsx';

/** The sections, from a tablet up. A phone has the bottom bar. */
export function Rail() {
  const t = useT(shellMessages);
  const { railFolded } = usePreferences();
  const { slots } = useRouteContext({ from: '__root__' });
  const grouped = bySection(usePlaces());
  return (
    <nav
      aria-label={t('sections')}
      data-chrome
      className={classes('hidden shrink-0 flex-col md:flex', railFolded ? 'w-14' : 'w-14 lg:w-58')}
    >
      <div className={classes('flex h-13 shrink-0 items-center px-2', railFolded && 'justify-center')}>
        {slots.Workspace ? <slots.Workspace compact={railFolded} /> : <Brand folded={railFolded} />}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-4">
        {grouped.map(({ section, places }, place) => (
          <section key={section} aria-label={t(section)} className={place > 0 ? 'mt-4' : undefined}>
            {section !== 'daily' && !railFolded && (
              <h2 className="hidden px-2 pb-1 text-xs font-medium text-ink-3 lg:block">{t(section)}</h2>
            )}
            <ul className="grid gap-0.5">
              {places.map((one) => (
                <li key={one.route.fullPath}>
                  <RailLink place={one} folded={railFolded} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className={classes('hidden px-2 pb-2 lg:flex', railFolded && 'justify-center')}>
        <IconButton
          icon={railFolded ? PanelLeftOpen : PanelLeftClose}
          label={t(railFolded ? 'unfoldRail' : 'foldRail')}
          onClick={() => setPreferences({ railFolded: !railFolded })}
        />
      </div>
    </nav>
  );
}

function Brand({ folded }: { folded: boolean }) {
  const t = useT(shellMessages);
  return (
    <span className="flex items-center gap-2 px-2">
      <Mark className="size-6 shrink-0" />
      <span className={folded ? 'sr-only' : 'text-lg font-semibold tracking-tight max-lg:sr-only'}>
        {t('product')}
      </span>
    </span>
  );
}
