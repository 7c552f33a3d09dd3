import { useSyncExternalStore } from 'react';
import { defaultLocale, type Grouping } from '../i18n/locale.ts';

interface WorkspaceLocale {
  zone: string;
  grouping: Grouping;
}

const listeners = new Set<() => void>();
let current: WorkspaceLocale = { zone: defaultLocale.zone, grouping: defaultLocale.grouping };

/** Called by whoever learns which workspace is open; every time and number on screen follows. */
export function setWorkspaceLocale(locale: WorkspaceLocale): void {
  if (locale.zone === current.zone && locale.grouping === current.grouping) return;
  current = locale;
  for (const listener of listeners) listener();
}

export function useWorkspaceLocale(): WorkspaceLocale {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
