export interface ListSearch {
  search?: string;
  filter?: string;
  view?: string;
  add?: boolean;
}

/** What the list shows stands in the address, so that it can be shared. */
export function readListSearch({ search, filter, view, add }: Record<string, unknown>): ListSearch {
  return {
    ...(isText(search) ? { search: String(search).slice(0, 200) } : {}),
    ...(typeof filter === 'string' ? { filter } : {}),
    ...(typeof view === 'string' ? { view } : {}),
    ...(add === true ? { add } : {}),
  };
}

/** A phone in an address is read as a number. */
const isText = (given: unknown): boolean =>
  typeof given === 'number' || (typeof given === 'string' && given !== '');
