/** Written out rather than taken from the contract, which would bring all its schemas onto every page. */
export const standings = ['draft', 'in_review', 'to_submit', 'at_whatsapp', 'live', 'trouble'] as const;
export type Standing = (typeof standings)[number];

export const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;
export type Category = (typeof categories)[number];

export interface TemplatesSearch {
  search?: string;
  standing?: Standing;
  category?: Category;
  retired?: boolean;
  view?: string;
}

export function readTemplatesSearch(given: Record<string, unknown>): TemplatesSearch {
  const standing = standings.find((one) => one === given.standing);
  const category = categories.find((one) => one === given.category);
  return {
    ...(typeof given.search === 'string' && given.search !== ''
      ? { search: given.search.slice(0, 100) }
      : {}),
    ...(standing ? { standing } : {}),
    ...(category ? { category } : {}),
    ...(given.retired === true ? { retired: true } : {}),
    ...(typeof given.view === 'string' ? { view: given.view } : {}),
  };
}

export interface TemplateSearch {
  /** The version that is compared with the one before it. */
  version?: string;
}

export const readTemplateSearch = ({ version }: Record<string, unknown>): TemplateSearch =>
  typeof version === 'string' && /^[\da-f-]{36}$/.test(version) ? { version } : {};
