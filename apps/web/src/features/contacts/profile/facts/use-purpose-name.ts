import { useCallback } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { factMessages } from './messages.ts';

const known = ['service', 'orders', 'promotions'] as const;

/** A purpose as people say it; one of the workspace's own is shown by its own name. */
export function usePurposeName(): (purpose: string) => string {
  const t = useT(factMessages);
  return useCallback(
    (purpose) => {
      const own = known.find((one) => one === purpose);
      return own === undefined ? purpose.replaceAll('_', ' ') : t(`purpose_${own}`);
    },
    [t],
  );
}
