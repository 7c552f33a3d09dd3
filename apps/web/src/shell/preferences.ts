import { useSyncExternalStore } from 'react';
import { ownLanguages, type Language } from '../i18n/language.ts';

export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  language: Language;
  railFolded: boolean;
  panelWidth: number;
  /** Keys pressed without Ctrl or ⌘. People who dictate must be able to turn them off (WCAG 2.1.4). */
  singleKeys: boolean;
}

const storageName = 'trikon.preferences';
const listeners = new Set<() => void>();
let current: Preferences = { ...firstPreferences(), ...read() };

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function readPreferences(): Preferences {
  return current;
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(storageName, JSON.stringify(current));
  } catch {
    // Forbidden storage: the choice lasts for this visit.
  }
  apply();
  for (const listener of listeners) listener();
}

/** The same as public/first-paint.js did, whenever something changes: here, in another tab, or at dusk on the device. */
function apply(): void {
  const root = document.documentElement;
  const dark =
    current.theme === 'dark' ||
    (current.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['density'] = current.density;
}

export function watchPreferences(): void {
  apply();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
  addEventListener('storage', (event) => {
    if (event.key !== storageName) return;
    current = { ...current, ...read() };
    apply();
    for (const listener of listeners) listener();
  });
}

function firstPreferences(): Preferences {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
  const language = ownLanguages.find((code) => code === wanted[0]) ?? 'en';
  return {
    theme: 'system',
    density: 'comfortable',
    language,
    railFolded: false,
    panelWidth: 340,
    singleKeys: true,
  };
}

function read(): Partial<Preferences> {
  try {
    return (JSON.parse(localStorage.getItem(storageName) ?? '{}') ?? {}) as Partial<Preferences>;
  } catch {
    return {};
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
