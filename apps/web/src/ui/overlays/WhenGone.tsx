import { useEffect, useEffectEvent } from 'react';

/**
 * Drawn inside what floats: runs as that leaves the page, before the next key is heard. Radix's onCloseAutoFocus comes a
 * timer later, and the keys of a quick typist before it: they would fall on the page.
 */
export function WhenGone({ run }: { run: () => void }) {
  const gone = useEffectEvent(run);
  useEffect(() => () => gone(), []);
  return null;
}
