import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { developerMessages } from '../messages.ts';
import { JobActions } from './JobActions.tsx';
import type { FailedJob } from './queries.ts';
import { WorkFacts } from './WorkFacts.tsx';

interface FailedJobDetailsProps {
  job: FailedJob;
  onDone: () => void;
}

export function FailedJobDetails({ job, onDone }: FailedJobDetailsProps) {
  const t = useT(developerMessages);
  const { jobId, attempts, error, createdAt, failedAt } = job;
  return (
    <div className="grid gap-5">
      <WorkFacts
        reasonTitle={t('error')}
        reason={error ?? t('noReason')}
        facts={[
          [t('attempts'), attempts],
          [t('createdAt'), <Time key="created" at={createdAt} as="exact" />],
          [t('failedAt'), <Time key="failed" at={failedAt} as="exact" />],
          [t('jobId'), jobId],
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <JobActions jobs={[job]} onDone={onDone} />
      </div>
    </div>
  );
}
