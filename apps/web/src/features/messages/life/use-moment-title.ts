import { useCallback } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { lifeMessages } from './messages.ts';
import type { Moment } from './moments.ts';

const outcomes = ['accepted', 'refused', 'not_sent', 'unknown'] as const;
const words = ['sent', 'delivered', 'read', 'played', 'failed'] as const;

/** What happened, in a line. What nobody has words for is shown in Meta's. */
export function useMomentTitle(): (moment: Moment) => string {
  const t = useT(lifeMessages);
  return useCallback(
    (moment) => {
      switch (moment.kind) {
        case 'decided': {
          const { verdict } = moment.intent;
          return t(verdict === 'refused' ? 'refusedBy' : verdict === 'held' ? 'held' : 'allowed');
        }
        case 'attempt': {
          const outcome = outcomes.find((one) => one === moment.attempt.outcome);
          return outcome ? t(`tried_${outcome}`) : t('tried_open');
        }
        case 'status': {
          const { status } = moment.status;
          const known = words.find((one) => one === status);
          return known ? t(`status_${known}`) : t('status_other', { status });
        }
        case 'ended':
          return t(`ended_${moment.status}`);
        case 'received':
          return t('receivedAs');
        case 'asked':
        case 'edited':
        case 'revoked':
          return t(moment.kind);
      }
    },
    [t],
  );
}
