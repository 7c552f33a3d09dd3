import { useSyncExternalStore } from 'react';
import { isRefusedWith } from '../../data/is-refused-with.ts';

const listeners = new Set<() => void>();
let asked = false;

/** Every request of a page is refused for the same reason; the first of them says so for all. */
export function noticeTwoStepAsked(error: unknown): void {
  if (asked || !isRefusedWith(error, 'two_factor_required')) return;
  asked = true;
  for (const listener of listeners) listener();
}

export function useTwoStepAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
