import type { Bind } from '../../../platform/db/index.ts';
import { searchPatterns, type Pattern } from '../search/search-pattern.ts';

/** A condition for each word, of a row of contacts; an index finds all of them. */
export function searchSql(search: string | undefined, bind: Bind): string[] {
  if (search === undefined) return [];
  const words = searchPatterns(search);
  if (words === null) return ['false'];
  return words.map((patterns) => `(${patterns.map((pattern) => patternSql(pattern, bind)).join(' or ')})`);
}

const patternSql = (pattern: Pattern, bind: Bind): string =>
  'like' in pattern
    ? `c.search_key like ${bind(pattern.like, 'text')}`
    : `c.search_key ~ ${bind(pattern.matches, 'text')}`;
