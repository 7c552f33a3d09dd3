import { RotateCw } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { developerMessages } from '../messages.ts';
import { BulkProgress } from './BulkProgress.tsx';
import type { ParkedEvent } from './queries.ts';
import { useBulkWork } from './use-bulk-work.ts';

interface RetryEventsProps {
  events: readonly ParkedEvent[];
  size?: 'normal' | 'small';
  onDone: () => void;
}

export function RetryEvents({ events, size = 'normal', onDone }: RetryEventsProps) {
  const t = useT(developerMessages);
  const { progress, run } = useBulkWork();
  const retry = async () => {
    await run(
      events,
      ({ eventId, consumer }) => api.jobs.retryParkedEvent({ eventId, consumer }),
      'retriedEvents',
    );
    onDone();
  };
  if (progress && progress.total > 1) return <BulkProgress {...progress} />;
  return (
    <Button size={size} icon={RotateCw} busy={progress !== undefined} onClick={() => void retry()}>
      {t('retry')}
    </Button>
  );
}
