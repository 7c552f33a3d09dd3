import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSavedViews } from '../../../data/saved-views.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import type { TableSource } from '../../../ui/table/table-source.ts';
import { viewFromText, viewToText } from '../../../ui/table/table-view.ts';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { teamMessages } from '../messages.ts';
import { choosePeople, type Person } from '../people.ts';
import { Nobody } from './Nobody.tsx';
import { PeopleToolbar } from './PeopleToolbar.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

const route = getRouteApi('/shell/team');

interface PeopleTableProps {
  people: readonly Person[];
  source: TableSource;
}

export function PeopleTable({ people, source }: PeopleTableProps) {
  const t = useT(teamMessages);
  const { q, show, role, view: viewText } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = usePeopleColumns();
  const rows = useMemo(() => choosePeople(people, { q, show, role }), [people, q, show, role]);
  const view = useMemo(
    () =>
      viewFromText(
        viewText ?? 'name',
        columns.map(({ id }) => id),
      ),
    [viewText, columns],
  );
  const views = useSavedViews('team');
  const model = useDataTable({
    rows,
    columns,
    rowId: ({ id }) => id,
    view,
    onViewChange: (next) =>
      void navigate({ search: (now) => ({ ...now, view: viewToText(next) }), replace: true }),
  });
  if (source.state === 'failed') return <ErrorState title={t('failed')} onRetry={source.retry} />;
  return (
    <DataTable
      model={model}
      label={t('people')}
      source={source}
      onOpen={({ id }) => void navigate({ search: (now) => ({ ...now, person: id }) })}
      empty={<Nobody />}
      toolbar={<PeopleToolbar model={model} views={views} alone={people.length === 1} />}
    />
  );
}
