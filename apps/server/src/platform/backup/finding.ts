export interface Finding {
  name: string;
  state: 'good' | 'warning' | 'bad';
  /** What is so. */
  message: string;
  /** What to do about it; null when nothing needs doing. */
  fix: string | null;
}

export const good = (name: string, message: string): Finding => ({ name, state: 'good', message, fix: null });

export const warning = (name: string, message: string, fix: string): Finding => ({
  name,
  state: 'warning',
  message,
  fix,
});

export const bad = (name: string, message: string, fix: string): Finding => ({
  name,
  state: 'bad',
  message,
  fix,
});
