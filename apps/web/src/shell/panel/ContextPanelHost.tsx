import { X } from 'lucide-react';
import { useCallback } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/actions/IconButton.tsx';
import { classes } from '../../ui/classes.ts';
import { uiMessages } from '../../ui/messages.ts';
import { usePreferences } from '../preferences.ts';
import { PanelEdge } from './PanelEdge.tsx';
import { setPanel, usePanel } from './panel-store.ts';

export function ContextPanelHost() {
  const t = useT(uiMessages);
  const { title, asked } = usePanel();
  const { panelWidth } = usePreferences();
  const hold = useCallback((host: HTMLElement | null) => setPanel({ host }), []);
  return (
    <aside
      aria-label={title}
      hidden={title === undefined}
      className={classes(
        'min-h-0 bg-surface max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-40 max-xl:w-full max-xl:max-w-sm max-xl:shadow-modal xl:relative xl:ms-2 xl:w-(--panel) xl:rounded-lg xl:border xl:border-line',
        title !== undefined && (asked ? 'flex flex-col' : 'flex flex-col max-xl:hidden'),
      )}
      style={{ '--panel': `${panelWidth}px` }}
    >
      <PanelEdge />
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line ps-4 pe-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
        <span className="contents xl:hidden">
          <IconButton icon={X} label={t('close')} onClick={() => setPanel({ asked: false })} />
        </span>
      </header>
      <div ref={hold} className="min-h-0 flex-1 overflow-y-auto" />
    </aside>
  );
}
