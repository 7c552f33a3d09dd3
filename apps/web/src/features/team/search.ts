const shows = ['everyone', 'members', 'invited'] as const;
export type Show = (typeof shows)[number];

/** What the address of the team page says: whom it shows, in which view, and what is open over it. */
export interface TeamSearch {
  q?: string;
  show?: Exclude<Show, 'everyone'>;
  /** A role's name or, of a custom one, its id. */
  role?: string;
  view?: string;
  /** The member or invitation that is open. */
  person?: string;
  invite?: boolean;
}

export function readTeamSearch(search: Record<string, unknown>): TeamSearch {
  const show = shows.find((one) => one === search['show']);
  return {
    ...textOf('q', search),
    ...(show && show !== 'everyone' ? { show } : {}),
    ...textOf('role', search),
    ...textOf('view', search),
    ...textOf('person', search),
    ...(search['invite'] === true ? { invite: true } : {}),
  };
}

export interface RolesSearch {
  /** A custom role's id, or "new". */
  edit?: string;
}

export const readRolesSearch = (search: Record<string, unknown>): RolesSearch => textOf('edit', search);

function textOf<Name extends string>(
  name: Name,
  search: Record<string, unknown>,
): { [name in Name]?: string } {
  const text = search[name];
  return (typeof text === 'string' && text !== '' ? { [name]: text } : {}) as { [name in Name]?: string };
}
