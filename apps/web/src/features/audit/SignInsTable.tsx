import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSavedViews } from '../../data/saved-views.ts';
import { useAllPages } from '../../data/use-all-pages.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { viewFromText, viewToText } from '../../ui/table/table-view.ts';
import { useDataTable } from '../../ui/table/use-data-table.ts';
import { auditMessages } from './messages.ts';
import { NoSignIns } from './NoSignIns.tsx';
import { filterOf } from './filter-of.ts';
import { signInsQuery } from './sign-ins-query.ts';
import { SignInsToolbar } from './SignInsToolbar.tsx';
import { useSignInColumns } from './use-sign-in-columns.tsx';

const route = getRouteApi('/shell/audit');

export function SignInsTable() {
  const t = useT(auditMessages);
  const { zone } = useLocale();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(signInsQuery(filterOf(search, zone)));
  const { rows, source } = useAllPages(query);
  const columns = useSignInColumns();
  const view = useMemo(
    () =>
      viewFromText(
        search.view,
        columns.map(({ id }) => id),
      ),
    [search.view, columns],
  );
  const views = useSavedViews('sign-ins');
  const model = useDataTable({
    rows,
    columns,
    rowId: ({ eventId }) => eventId,
    sortedByServer: true,
    view,
    onViewChange: (next) =>
      void navigate({ search: (now) => ({ ...now, view: viewToText(next) }), replace: true }),
  });
  if (source.state === 'failed') {
    return <ErrorState title={t('failed')} onRetry={source.retry} retrying={query.isFetching} />;
  }
  return (
    <DataTable
      model={model}
      label={t('list')}
      source={source}
      empty={<NoSignIns />}
      toolbar={<SignInsToolbar model={model} views={views} />}
    />
  );
}
