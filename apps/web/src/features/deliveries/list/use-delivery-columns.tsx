import { useMemo } from 'react';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { sizeText, spanText } from '../measures.ts';
import { deliveryMessages } from '../messages.ts';
import type { Delivery } from '../queries.ts';
import { useKindWords } from '../use-kind-words.ts';
import { StateMark } from './StateMark.tsx';
import { tookIn } from './took-in.ts';

export function useDeliveryColumns(): readonly Column<Delivery>[] {
  const t = useT(deliveryMessages);
  const locale = useLocale();
  const kinds = useKindWords();
  return useMemo(
    (): Column<Delivery>[] => [
      {
        id: 'holds',
        header: t('holds'),
        value: ({ holds }) => kinds.list(holds) || t('unreadable'),
        cell: ({ deliveryId, holds }) => (
          <Link to="/deliveries/$deliveryId" params={{ deliveryId }}>
            {kinds.list(holds) || t('unreadable')}
          </Link>
        ),
        sortable: false,
        fixed: true,
        width: 220,
        grow: 3,
        card: 'title',
      },
      {
        id: 'state',
        header: t('state'),
        value: ({ state }) => t(state),
        cell: ({ state }) => <StateMark state={state} />,
        sortable: false,
        width: 130,
        card: 'corner',
      },
      {
        id: 'receivedAt',
        header: t('receivedAt'),
        value: ({ receivedAt }) => new Date(receivedAt),
        cell: ({ receivedAt }) => <Time at={receivedAt} />,
        sortable: false,
        width: 140,
      },
      {
        id: 'tookIn',
        header: t('tookIn'),
        value: ({ state, ...delivery }) => {
          const span = state === 'done' ? tookIn(delivery) : null;
          return span === null ? null : spanText(span, locale);
        },
        align: 'end',
        sortable: false,
        width: 130,
      },
      {
        id: 'size',
        header: t('size'),
        value: ({ size }) => sizeText(size, locale),
        align: 'end',
        sortable: false,
        width: 90,
      },
    ],
    [t, locale, kinds],
  );
}
