import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { viewFromText, viewToText, type TableView } from '../../../ui/table/table-view.ts';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { BulkActions } from './bulk/BulkActions.tsx';
import { BulkProgress } from './bulk/BulkProgress.tsx';
import { ContactsToolbar } from './ContactsToolbar.tsx';
import { keepLastList } from './last-list.ts';
import { listMessages } from './messages.ts';
import { NoContacts } from './NoContacts.tsx';
import { contactsQuery, countQuery } from './queries.ts';
import { useAsked } from './use-asked.ts';
import { useContactColumns } from './use-contact-columns.tsx';

const route = getRouteApi('/shell/contacts');

/** The server knows three orders; a column that has none is not sorted by. */
function orderOf({ sort }: TableView): 'newest' | 'name' | 'changed' {
  if (sort?.column === 'name') return 'name';
  return sort?.column === 'changed' ? 'changed' : 'newest';
}

export function ContactsTable({ onAdd }: { onAdd: () => void }) {
  const t = useT(listMessages);
  const problems = useProblems();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayChange = useAllows()('contacts.manage');
  const [bulkId, setBulkId] = useState<string>();
  const { asked } = useAsked();
  const columns = useContactColumns();
  useEffect(() => keepLastList(search), [search]);
  const view = useMemo(
    () =>
      viewFromText(
        search.view ?? hiddenAtFirst(columns.map(({ id }) => id)),
        columns.map(({ id }) => id),
      ),
    [search.view, columns],
  );
  const query = useInfiniteQuery(contactsQuery({ ...asked, order: orderOf(view) }));
  const { data: count } = useQuery(countQuery(asked));
  const { rows, source } = useAllPages(query);
  const model = useDataTable({
    rows,
    columns,
    rowId: ({ contactId }) => contactId,
    sortedByServer: true,
    selectable: mayChange,
    view,
    onViewChange: (next) =>
      void navigate({ search: (now) => ({ ...now, view: viewToText(next) }), replace: true }),
  });
  const total = count && !count.more ? { total: count.count } : {};
  if (source.state === 'failed')
    return (
      <ErrorState title={t('failed')} onRetry={source.retry} retrying={query.isFetching}>
        {query.error && problems.say(query.error)}
      </ErrorState>
    );
  return (
    <>
      {bulkId && <BulkProgress key={bulkId} bulkId={bulkId} onClose={() => setBulkId(undefined)} />}
      {count?.more && <Banner tone="info">{t('moreThan')}</Banner>}
      <DataTable
        model={model}
        label={t('list')}
        source={{ ...source, ...total }}
        empty={<NoContacts narrowed={Object.keys(asked).length > 0} onAdd={onAdd} />}
        onOpen={({ contactId }) => void navigate({ to: '/contacts/$contactId', params: { contactId } })}
        toolbar={<ContactsToolbar model={model} />}
        bulk={
          <BulkActions
            selected={model.selected.map(({ contactId }) => contactId)}
            everybody={model.selection === 'all' && query.hasNextPage ? { asked, count } : undefined}
            onStarted={(id) => {
              setBulkId(id);
              model.clearSelection();
            }}
          />
        }
      />
    </>
  );
}

/** What is left fits beside the rail of a laptop. */
const hiddenAtFirst = (ids: readonly string[]): string =>
  `~${ids.filter((id) => id === 'language' || id.startsWith('field-')).join(',')}`;
