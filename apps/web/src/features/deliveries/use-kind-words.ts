import { useMemo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { kindMessages } from './kind-messages.ts';
import type { Delivery } from './queries.ts';

type Known = Exclude<keyof (typeof kindMessages)['en'], 'several'>;

export const kinds = Object.keys(kindMessages.en).filter((kind): kind is Known => kind !== 'several');
const isKnown = (kind: string): kind is Known => kinds.some((one) => one === kind);

interface KindWords {
  name: (kind: string) => string;
  /** "Message × 2, Receipt"; empty if nothing can be told apart. */
  list: (holds: Delivery['holds']) => string;
}

/** A kind that is newer than this page goes by its own name. */
export function useKindWords(): KindWords {
  const t = useT(kindMessages);
  return useMemo(() => {
    const name = (kind: string): string => (isKnown(kind) ? t(kind) : kind);
    return {
      name,
      list: (holds) =>
        holds
          .map(({ kind, count }) =>
            count === 1 ? name(kind) : t('several', { kind: name(kind), times: count }),
          )
          .join(', '),
    };
  }, [t]);
}
