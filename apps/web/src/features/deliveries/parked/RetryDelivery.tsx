import { RotateCw } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { deliveryMessages } from '../messages.ts';
import { retryOne, useRetry } from './use-retry.ts';

interface RetryDeliveryProps {
  deliveryId: string;
  size?: 'normal' | 'small';
  /** For whoever shows by itself what comes of it. */
  onTried?: () => void;
}

export function RetryDelivery({ deliveryId, size = 'normal', onTried }: RetryDeliveryProps) {
  const t = useT(deliveryMessages);
  const { busy, run } = useRetry();
  const retry = async () => {
    if ((await run(() => retryOne(deliveryId))) === undefined) return;
    if (onTried) onTried();
    else toast(t('retried'));
  };
  return (
    <Button size={size} icon={RotateCw} busy={busy} onClick={() => void retry()}>
      {t('retry')}
    </Button>
  );
}
