import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { useMemo } from 'react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { viewFromText, viewToText } from '../../../ui/table/table-view.ts';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { useSteadyRows } from '../../../ui/table/use-steady-rows.ts';
import { messageMessages } from '../messages.ts';
import { recentQuery, type Recent } from '../queries.ts';
import { LogToolbar } from './LogToolbar.tsx';
import { useLogColumns } from './use-log-columns.tsx';

const route = getRouteApi('/shell/messages');
const idOf = ({ messageId }: Recent): string => messageId;

export function LogTable() {
  const t = useT(messageMessages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { rows: latest, source } = useAllPages(useInfiniteQuery(recentQuery(search)));
  const { rows, waiting, letIn, hold } = useSteadyRows(latest, idOf);
  const columns = useLogColumns();
  const view = useMemo(
    () =>
      viewFromText(
        search.view,
        columns.map(({ id }) => id),
      ),
    [search.view, columns],
  );
  const model = useDataTable({
    rows,
    columns,
    rowId: idOf,
    sortedByServer: true,
    view,
    onViewChange: (next) =>
      void navigate({ search: (now) => ({ ...now, view: viewToText(next) }), replace: true }),
  });
  return (
    <div ref={hold} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <DataTable
        model={model}
        label={t('list')}
        source={source}
        onOpen={({ messageId }) => void navigate({ to: '/messages/$messageId', params: { messageId } })}
        empty={<NoMessages isFiltered={[search.number, search.direction, search.status].some(Boolean)} />}
        toolbar={
          <>
            <LogToolbar model={model} />
            {waiting > 0 && (
              <Button size="small" onClick={letIn}>
                {t('newOnes', { count: waiting })}
              </Button>
            )}
          </>
        }
      />
    </div>
  );
}

function NoMessages({ isFiltered }: { isFiltered: boolean }) {
  const t = useT(messageMessages);
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t(isFiltered ? 'noneLike' : 'none')}
      action={
        isFiltered && (
          <ButtonLink to="/messages" search={{}}>
            {t('clear')}
          </ButtonLink>
        )
      }
    >
      {t(isFiltered ? 'noneLikeHelp' : 'noneHelp')}
    </EmptyState>
  );
}
