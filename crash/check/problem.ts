/** Something that must never be, with a few examples to begin a search with. */
export interface Problem {
  what: string;
  sort: 'lost' | 'doubled' | 'wrong';
  count: number;
  examples: string[];
}

/** Nothing when there is none. */
export function problem(sort: Problem['sort'], what: string, cases: readonly string[]): Problem[] {
  return cases.length === 0 ? [] : [{ what, sort, count: cases.length, examples: cases.slice(0, 5) }];
}

export const countOf = (problems: readonly Problem[], sort: Problem['sort']): number =>
  problems.filter((each) => each.sort === sort).reduce((sum, { count }) => sum + count, 0);
