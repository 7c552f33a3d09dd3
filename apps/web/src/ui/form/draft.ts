/** Text that was typed but not saved, per tab. Secrets never go here: give a form with a password no draft name. */
export function readDraft(name: string): Record<string, unknown> {
  try {
    return JSON.parse(sessionStorage.getItem(key(name)) ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function keepDraft(name: string, values: Record<string, unknown> | undefined): void {
  try {
    if (values) sessionStorage.setItem(key(name), JSON.stringify(values));
    else sessionStorage.removeItem(key(name));
  } catch {
    // Storage is full or forbidden: the form still works, it only cannot survive a reload.
  }
}

function key(name: string): string {
  return `trikon.draft.${name}`;
}
