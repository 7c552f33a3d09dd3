import { useCallback } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { Reason } from './queries.ts';
import { reasonMessages } from './reason-messages.ts';

interface ReasonWords {
  title: string;
  happened: string;
  next: string;
}

export const isReason = (reason: string): reason is Reason =>
  reason !== 'other' && Object.hasOwn(reasonMessages.en, `${reason}.next`);

/** What is newer than this page is said to be so. */
export function useReasonWords(): (reason: string) => ReasonWords {
  const t = useT(reasonMessages);
  return useCallback(
    (reason) => {
      const known = isReason(reason) ? reason : 'other';
      return { title: t(known), happened: t(`${known}.happened`), next: t(`${known}.next`) };
    },
    [t],
  );
}
