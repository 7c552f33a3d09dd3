import type { Bind } from '../../../platform/db/index.ts';
import { searchPatterns } from '../search/search-pattern.ts';

/** A condition for each word, of a row of contacts; an index finds all of them. */
export function searchSql(search: string | undefined, bind: Bind): string[] {
  if (search === undefined) return [];
  const patterns = searchPatterns(search);
  return patterns?.map((pattern) => `c.search_key ~ ${bind(pattern, 'text')}`) ?? ['false'];
}
