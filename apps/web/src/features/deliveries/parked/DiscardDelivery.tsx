import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { deliveryMessages } from '../messages.ts';
import type { Delivery } from '../queries.ts';
import { useKindWords } from '../use-kind-words.ts';

interface DiscardDeliveryProps {
  delivery: Delivery;
  size?: 'normal' | 'small';
}

/** Only what could not be sorted to a number can be taken in by parts. */
const isTakenInByParts = (reason: string | null): boolean =>
  reason === 'unknown_number' || reason === 'other_app';

export function DiscardDelivery({ delivery, size = 'normal' }: DiscardDeliveryProps) {
  const t = useT(deliveryMessages);
  const kinds = useKindWords();
  const queryClient = useQueryClient();
  const { deliveryId, holds, reason } = delivery;
  const discard = async () => {
    try {
      await api.webhooks.discard({ deliveryId });
      toast(t('discardedNow'));
    } finally {
      refetchQuery(queryClient, { queryKey: ['webhooks'] });
    }
  };
  return (
    <ConfirmAction
      size={size}
      icon={Trash2}
      label={t('discard')}
      title={t('discardTitle')}
      confirm={t('discardAct')}
      act={discard}
    >
      <p>
        {holds.length === 0 ? t('discardUnreadable') : t('discardLost', { holds: kinds.list(holds) })}{' '}
        {isTakenInByParts(reason) && t('discardPartly')}
      </p>
      <p>{t('discardKept')}</p>
    </ConfirmAction>
  );
}
