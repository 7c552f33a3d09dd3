import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { LayoutTemplate, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useSavedViews } from '../../../data/saved-views.ts';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { viewFromText, viewToText } from '../../../ui/table/table-view.ts';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { templateMessages } from '../messages.ts';
import { templatePlaceMessages } from '../place-messages.ts';
import { templatesQuery } from '../queries.ts';
import { TemplatesToolbar } from './TemplatesToolbar.tsx';
import { useTemplateColumns } from './use-template-columns.tsx';

const route = getRouteApi('/shell/templates');

export function TemplatesTable() {
  const t = useT(templateMessages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const query = useInfiniteQuery(templatesQuery(search));
  const { rows, source } = useAllPages(query);
  const columns = useTemplateColumns();
  const ids = useMemo(() => columns.map(({ id }) => id), [columns]);
  const model = useDataTable({
    rows,
    columns,
    rowId: ({ familyId }) => familyId,
    sortedByServer: true,
    view: useMemo(() => viewFromText(search.view, ids), [search.view, ids]),
    onViewChange: (next) =>
      void navigate({ search: (now) => ({ ...now, view: viewToText(next) }), replace: true }),
  });
  const views = useSavedViews('templates');
  if (source.state === 'failed')
    return <ErrorState title={t('failed')} onRetry={source.retry} retrying={query.isFetching} />;
  return (
    <DataTable
      model={model}
      label={t('list')}
      source={source}
      onOpen={({ familyId }) => void go({ to: '/templates/$familyId', params: { familyId } })}
      toolbar={<TemplatesToolbar model={model} views={views} />}
      empty={<NoTemplates isFiltered={Object.keys(search).some((name) => name !== 'view')} />}
    />
  );
}

function NoTemplates({ isFiltered }: { isFiltered: boolean }) {
  const t = useT(templateMessages);
  const place = useT(templatePlaceMessages);
  const mayWrite = useAllows()('templates.manage');
  return (
    <EmptyState
      icon={LayoutTemplate}
      title={t(isFiltered ? 'noneFound' : 'none')}
      action={
        isFiltered ? (
          <ButtonLink to="/templates">{t('showAll')}</ButtonLink>
        ) : (
          mayWrite && (
            <ButtonLink tone="primary" icon={Plus} to="/templates/new">
              {place('fresh')}
            </ButtonLink>
          )
        )
      }
    >
      {t(isFiltered ? 'noneFoundHelp' : 'noneHelp')}
    </EmptyState>
  );
}
