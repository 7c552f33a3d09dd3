import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let lost = false;

/** Told by whoever holds the live connection: whether the server has stopped answering it. */
export function setConnectionLost(now: boolean): void {
  if (now === lost) return;
  lost = now;
  for (const listener of listeners) listener();
}

export function useConnectionLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
}
