export const categories = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;
export const industries = [
  'retail',
  'food',
  'health',
  'finance',
  'education',
  'travel',
  'property',
  'services',
  'events',
] as const;
export const groups = ['festivals', 'kits'] as const;

type Choice<All extends readonly string[]> = All[number] | undefined;

export interface LibrarySearch {
  q?: string;
  category?: (typeof categories)[number];
  industry?: (typeof industries)[number];
  group?: (typeof groups)[number];
  /** The one that is looked at. */
  open?: string;
}

const oneOf = <All extends readonly string[]>(all: All, given: unknown): Choice<All> =>
  all.find((each) => each === given);

export function readLibrarySearch(given: Record<string, unknown>): LibrarySearch {
  const category = oneOf(categories, given['category']);
  const industry = oneOf(industries, given['industry']);
  const group = oneOf(groups, given['group']);
  return {
    ...(typeof given['q'] === 'string' && given['q'] !== '' && { q: given['q'].slice(0, 100) }),
    ...(category && { category }),
    ...(industry && { industry }),
    ...(group && { group }),
    ...(typeof given['open'] === 'string' && { open: given['open'] }),
  };
}
