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
import { FailedJobDetails } from './FailedJobDetails.tsx';
import { JobActions } from './JobActions.tsx';
import { failedJobsQuery, type FailedJob } from './queries.ts';

const route = getRouteApi('/shell/developers/failed');

export function FailedJobs() {
  const t = useT(developerMessages);
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, source } = useAllPages(useInfiniteQuery(failedJobsQuery));
  const columns = useFailedJobColumns();
  const model = useDataTable({ rows, columns, rowId: ({ jobId }) => jobId, selectable: true });
  const chosen = rows.find(({ jobId }) => jobId === open);
  const show = (jobId?: string) => void navigate({ search: jobId ? { open: jobId } : {} });
  return (
    <>
      <DataTable
        model={model}
        label={t('failedList')}
        source={source}
        onOpen={({ jobId }) => show(jobId)}
        empty={
          <EmptyState icon={CircleCheck} title={t('noFailed')}>
            {t('noFailedHelp')}
          </EmptyState>
        }
        bulk={<JobActions jobs={model.selected} size="small" onDone={model.clearSelection} />}
      />
      <Drawer open={chosen !== undefined} onOpenChange={() => show()} title={chosen?.task ?? ''}>
        {chosen && <FailedJobDetails job={chosen} onDone={() => show()} />}
      </Drawer>
    </>
  );
}

function useFailedJobColumns(): readonly Column<FailedJob>[] {
  const t = useT(developerMessages);
  return useMemo(
    (): Column<FailedJob>[] => [
      {
        id: 'task',
        header: t('task'),
        value: ({ task }) => task,
        cell: ({ task }) => <code className="font-mono text-sm">{task}</code>,
        fixed: true,
        width: 180,
        card: 'title',
      },
      {
        id: 'error',
        header: t('error'),
        value: ({ error }) => error ?? t('noReason'),
        grow: 3,
        width: 240,
      },
      { id: 'attempts', header: t('attempts'), value: ({ attempts }) => attempts, align: 'end', width: 80 },
      {
        id: 'failedAt',
        header: t('failedAt'),
        value: ({ failedAt }) => new Date(failedAt),
        cell: ({ failedAt }) => <Time at={failedAt} />,
        align: 'end',
        width: 120,
      },
    ],
    [t],
  );
}
