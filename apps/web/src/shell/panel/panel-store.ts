import { useSyncExternalStore } from 'react';

interface PanelState {
  /** Where the page's panel is drawn; null until the layout is there. */
  host: HTMLElement | null;
  /** Title of the panel that a page shows now. */
  title: string | undefined;
  /** On a narrow screen it covers the page, so it waits to be asked for. */
  asked: boolean;
}

const listeners = new Set<() => void>();
let current: PanelState = { host: null, title: undefined, asked: false };

export function usePanel(): PanelState {
  return useSyncExternalStore(subscribe, () => current);
}

export function setPanel(change: Partial<PanelState>): void {
  current = { ...current, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
