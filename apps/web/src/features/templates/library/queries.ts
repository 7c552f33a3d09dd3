import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import type { LibrarySearch } from './search.ts';

export const libraryListQuery = ({ q, category, industry }: LibrarySearch) =>
  queryOptions({
    queryKey: ['template-library', q ?? '', category ?? '', industry ?? ''],
    queryFn: async ({ signal }) =>
      (
        await api.templateLibrary.list(
          { ...(q && { search: q }), ...(category && { category }), ...(industry && { industry }) },
          { signal },
        )
      ).items,
    staleTime: Infinity,
    placeholderData: (former) => former,
  });

export type Starter = Awaited<ReturnType<typeof api.templateLibrary.list>>['items'][number];
