import { useCallback } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { Tone } from '../../ui/feedback/tones.ts';
import { messageMessages } from './messages.ts';
import { statuses, type Status } from './search.ts';

const tones: Record<Status, Tone> = {
  received: 'neutral',
  queued: 'neutral',
  sending: 'info',
  unknown: 'warn',
  accepted: 'info',
  sent: 'info',
  delivered: 'good',
  read: 'good',
  played: 'good',
  failed: 'bad',
  refused: 'bad',
  cancelled: 'neutral',
  expired: 'bad',
};

/** A status as people say it. One that is not known is shown in Meta's own word. */
export function useStatus(): (status: string) => { label: string; tone: Tone } {
  const t = useT(messageMessages);
  return useCallback(
    (status) => {
      const known = statuses.find((one) => one === status);
      if (known === undefined) return { label: status, tone: 'neutral' };
      return { label: t(known === 'failed' ? 'failedStatus' : known), tone: tones[known] };
    },
    [t],
  );
}
