import { useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { deliveryMessages } from '../messages.ts';
import { waitingQuery, type Reason } from '../queries.ts';
import { useRetry } from './use-retry.ts';

interface RetryAllProps {
  reason: Reason;
  count: number;
}

/** Tries all of a reason again, and says what is left of them once nothing waits any more. */
export function RetryAll({ reason, count }: RetryAllProps) {
  const t = useT(deliveryMessages);
  const { busy, run } = useRetry();
  const [tried, setTried] = useState(false);
  const { data: waiting, isFetching } = useQuery({ ...waitingQuery, enabled: tried });
  const retry = async () => {
    const answer = await run(() => api.webhooks.retryAll({ reason }));
    if (answer === undefined) return;
    setTried(true);
    toast(t('triedAll', { count: answer.count }));
  };
  const isOver = waiting === false && !isFetching;
  return (
    <>
      {tried && (
        <output className="text-sm text-ink-2">
          {!isOver ? t('stillTrying') : count > 0 ? t('triedLeft', { count }) : t('triedNone')}
        </output>
      )}
      {count > 0 && (
        <Button icon={RotateCw} busy={busy} onClick={() => void retry()}>
          {t('retryAll')}
        </Button>
      )}
    </>
  );
}
