import { RotateCw, Trash2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { developerMessages } from '../messages.ts';
import { BulkProgress } from './BulkProgress.tsx';
import type { FailedJob } from './queries.ts';
import { useBulkWork } from './use-bulk-work.ts';

interface JobActionsProps {
  jobs: readonly FailedJob[];
  size?: 'normal' | 'small';
  onDone: () => void;
}

/** What can be decided about work that failed: one piece or many. */
export function JobActions({ jobs, size = 'normal', onDone }: JobActionsProps) {
  const t = useT(developerMessages);
  const { progress, run } = useBulkWork();
  const count = jobs.length;
  const retry = async () => {
    await run(jobs, ({ jobId }) => api.jobs.retry({ jobId }), 'running');
    onDone();
  };
  const discard = async () => {
    await run(jobs, ({ jobId }) => api.jobs.discard({ jobId }), 'discarded');
    onDone();
  };
  if (progress && progress.total > 1) return <BulkProgress {...progress} />;
  return (
    <>
      <Button size={size} icon={RotateCw} busy={progress !== undefined} onClick={() => void retry()}>
        {t('retry')}
      </Button>
      <ConfirmAction
        size={size}
        icon={Trash2}
        label={t('discard')}
        title={t('discardTitle', { count })}
        confirm={t('discardAct', { count })}
        act={discard}
      >
        <p>{t('discardHelp')}</p>
      </ConfirmAction>
    </>
  );
}
