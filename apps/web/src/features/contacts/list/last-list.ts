import type { ListSearch } from './search.ts';

const name = 'trikon.contact-list';

/** What the list of contacts showed last in this tab, for the way back to it. */
export function keepLastList({ search, filter, view }: ListSearch): void {
  try {
    sessionStorage.setItem(name, JSON.stringify({ search, filter, view }));
  } catch {
    // Forbidden storage: the way back leads to the whole list.
  }
}

export function lastList(): Record<string, unknown> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}
