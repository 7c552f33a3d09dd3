import { useSyncExternalStore } from 'react';

export type ShellDialog = 'palette' | 'keys' | 'none';

const listeners = new Set<() => void>();
let open: ShellDialog = 'none';

/** The palette or the key help: one at a time, opened from the bar, by a key, or by another command. */
export function openShellDialog(dialog: ShellDialog): void {
  open = dialog;
  for (const listener of listeners) listener();
}

export function useShellDialog(): ShellDialog {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
