type Theme = 'light' | 'dark';

const kept = 'trikon-theme';

const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';

/** What was chosen on any of the pages; without a choice the system's. */
export function showTheme(): void {
  const chosen = localStorage.getItem(kept);
  if (isTheme(chosen)) document.documentElement.dataset['theme'] = chosen;
}

export function turnTheme(): void {
  const shown = document.documentElement.dataset['theme'];
  const isDark = shown ? shown === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  localStorage.setItem(kept, isDark ? 'light' : 'dark');
  showTheme();
}
