import type { ContactFilter } from '@trikon/contract';
import { filterSql } from './filter-sql.ts';
import type { ConditionPlace, FilterGround } from './filter-ground.ts';
import { searchSql } from './search-sql.ts';

export interface Asked {
  search?: string | undefined;
  filter?: ContactFilter | undefined;
}

/** Whom a list shows: $1 is the workspace, and the row of contacts is called c. */
export function whereSql({ search, filter }: Asked, place: ConditionPlace & FilterGround): string {
  const conditions = [
    'c.workspace_id = $1 and c.merged_into is null',
    ...searchSql(search, place.bind),
    ...(filter === undefined ? [] : [filterSql(filter, place)]),
  ];
  return conditions.join(' and ');
}
