import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let open = false;

/** The dialog stands once on the page, whoever asks for it: the switcher in the rail, the one on a phone, a command. */
export function openCreateDialog(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

export function useCreateDialog(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
