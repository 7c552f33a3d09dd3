import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Drawer } from '../../../ui/overlays/Drawer.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useDataTable } from '../../../ui/table/use-data-table.ts';
import { developerMessages } from '../messages.ts';
import { RetryEvents } from './RetryEvents.tsx';
import { parkedEventsQuery, type ParkedEvent } from './queries.ts';
import { WorkFacts } from './WorkFacts.tsx';

const route = getRouteApi('/shell/developers/parked');
// The same event can be put aside by several parts of the program.
const idOf = ({ eventId, consumer }: ParkedEvent) => `${eventId}.${consumer}`;

export function ParkedEvents() {
  const t = useT(developerMessages);
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, source } = useAllPages(useInfiniteQuery(parkedEventsQuery));
  const columns = useParkedEventColumns();
  const model = useDataTable({ rows, columns, rowId: idOf, selectable: true });
  const chosen = rows.find((row) => idOf(row) === open);
  const show = (id?: string) => void navigate({ search: id ? { open: id } : {} });
  return (
    <>
      <DataTable
        model={model}
        label={t('parkedList')}
        source={source}
        onOpen={(row) => show(idOf(row))}
        empty={
          <EmptyState icon={CircleCheck} title={t('noParked')}>
            {t('noParkedHelp')}
          </EmptyState>
        }
        bulk={<RetryEvents events={model.selected} size="small" onDone={model.clearSelection} />}
      />
      <Drawer open={chosen !== undefined} onOpenChange={() => show()} title={chosen?.type ?? ''}>
        {chosen && (
          <div className="grid gap-5">
            <WorkFacts
              reasonTitle={t('reason')}
              reason={chosen.reason}
              facts={[
                [t('consumer'), chosen.consumer],
                [t('parkedAt'), <Time key="parked" at={chosen.parkedAt} as="exact" />],
                [t('eventId'), chosen.eventId],
              ]}
            />
            <div>
              <RetryEvents events={[chosen]} onDone={() => show()} />
            </div>
          </div>
        )}
      </Drawer>
    </>
  );
}

function useParkedEventColumns(): readonly Column<ParkedEvent>[] {
  const t = useT(developerMessages);
  return useMemo(
    (): Column<ParkedEvent>[] => [
      {
        id: 'type',
        header: t('event'),
        value: ({ type }) => type,
        cell: ({ type }) => <code className="font-mono text-sm">{type}</code>,
        fixed: true,
        width: 180,
        card: 'title',
      },
      { id: 'consumer', header: t('consumer'), value: ({ consumer }) => consumer, width: 150 },
      { id: 'reason', header: t('reason'), value: ({ reason }) => reason, grow: 3, width: 240 },
      {
        id: 'parkedAt',
        header: t('parkedAt'),
        value: ({ parkedAt }) => new Date(parkedAt),
        cell: ({ parkedAt }) => <Time at={parkedAt} />,
        align: 'end',
        width: 120,
      },
    ],
    [t],
  );
}
