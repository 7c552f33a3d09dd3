import { useMemo } from 'react';

/** What floats stands beside the button that opened it, wherever in the page that is. */
export function useAnchor(buttonId: string): Anchor {
  return useMemo(() => anchorOf(buttonId), [buttonId]);
}

interface Anchor {
  readonly current: HTMLElement | null;
}

const anchorOf = (buttonId: string): Anchor => ({
  get current() {
    return document.getElementById(buttonId);
  },
});
