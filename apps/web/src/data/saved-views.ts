import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView, TableView } from '../ui/table/table-view.ts';
import { api } from './api.ts';

const savedViewsQuery = (screen: string) =>
  queryOptions({
    queryKey: ['saved-views', screen],
    queryFn: ({ signal }) => api.savedViews.list({ screen }, { signal }),
  });

interface ServerViews {
  saved: readonly SavedView[];
  save: (name: string, view: TableView) => Promise<void>;
  remove: (viewId: string) => Promise<void>;
}

/** The named views of one table: a person's own, on all their devices, and those that colleagues share. */
export function useSavedViews(screen: string): ServerViews {
  const queryClient = useQueryClient();
  const query = savedViewsQuery(screen);
  const { data } = useQuery(query);
  const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey });
  return {
    saved: (data?.items ?? []).map(({ viewId, name, state }) => ({ id: viewId, name, view: asView(state) })),
    save: async (name, { sort, hidden, narrowed = {} }) => {
      await api.savedViews.save({
        screen,
        name,
        state: { sort, hidden: [...hidden], narrowed: { ...narrowed } },
      });
      await again();
    },
    remove: async (viewId) => {
      await api.savedViews.remove({ viewId });
      await again();
    },
  };
}

/** Whatever a view was saved as, by whichever version: a table can be drawn from the answer. */
function asView({ sort, hidden, narrowed }: Record<string, unknown>): TableView {
  const order = sort as TableView['sort'] | undefined;
  return {
    sort: typeof order?.column === 'string' ? { column: order.column, down: order.down === true } : null,
    hidden: Array.isArray(hidden) ? hidden.filter((id): id is string => typeof id === 'string') : [],
    narrowed: textsOf(narrowed),
  };
}

const textsOf = (given: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
