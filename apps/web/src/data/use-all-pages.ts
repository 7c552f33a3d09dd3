import { useMemo } from 'react';
import type { TableSource } from '../ui/table/table-source.ts';

interface Paged<Item> {
  data: { pages: { items: Item[] }[] } | undefined;
  isError: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
}

/** The rows of a list that comes page by page, and what a table needs to fetch more of them. */
export function useAllPages<Item>(query: Paged<Item>): { rows: readonly Item[]; source: TableSource } {
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const state = data ? 'ready' : isError ? 'failed' : 'loading';
  const more = hasNextPage ? { loading: isFetchingNextPage, load: () => void fetchNextPage() } : undefined;
  return { rows, source: { state, retry: () => void refetch(), more } };
}
