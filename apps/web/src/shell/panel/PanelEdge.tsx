import type { KeyboardEvent, PointerEvent } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { shellMessages } from '../messages.ts';
import { setPreferences, usePreferences } from '../preferences.ts';

const least = 280;
const most = 560;

/** The edge between page and panel: dragged, or moved with the arrow keys. */
export function PanelEdge() {
  const t = useT(shellMessages);
  const { panelWidth } = usePreferences();
  const set = (width: number) =>
    setPreferences({ panelWidth: Math.round(Math.min(most, Math.max(least, width))) });

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const panel = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!panel) return;
    const mirrored = document.documentElement.dir === 'rtl';
    set(mirrored ? event.clientX - panel.left : panel.right - event.clientX);
  };
  const step = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: 16,
      ArrowRight: -16,
      Home: least - panelWidth,
      End: most - panelWidth,
    };
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(panelWidth + by);
  };

  return (
    <button
      type="button"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('resize')}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={panelWidth}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
      className="absolute inset-y-2 -start-2 z-10 hidden h-auto w-2 cursor-col-resize border-0 touch-none rounded-full hover:bg-accent-line focus-visible:bg-accent xl:block"
    />
  );
}
