import { useEffect, useState } from 'react';
import { later } from '../later.tsx';
import { watchTips } from './watch-tips.ts';

const TipBubble = later(async () => (await import('./TipBubble.tsx')).TipBubble, { optional: true });

/** Mounted once: shows the tip of whichever control the pointer or the keyboard rests on. */
export function Tips() {
  const [control, setControl] = useState<HTMLElement>();
  useEffect(
    () =>
      watchTips({
        show: setControl,
        hide: () => setControl(undefined),
        near: TipBubble.fetch,
      }),
    [],
  );
  return control && <TipBubble control={control} />;
}
