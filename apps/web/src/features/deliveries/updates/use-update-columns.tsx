import { useMemo } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { deliveryMessages } from '../messages.ts';
import type { Update } from '../queries.ts';
import { useKindWords } from '../use-kind-words.ts';
import { useNumberOfMeta } from './use-number-of-meta.ts';

export function useUpdateColumns(): readonly Column<Update>[] {
  const t = useT(deliveryMessages);
  const kinds = useKindWords();
  const numberOf = useNumberOfMeta();
  return useMemo((): Column<Update>[] => {
    const whom = ({ phoneNumberId, contactId, wabaId }: Update): string =>
      [
        numberOf(phoneNumberId)?.name ?? phoneNumberId ?? t('aboutAccount', { id: wabaId }),
        ...(contactId === null ? [] : [t('aboutCustomer')]),
      ].join(' · ');
    return [
      {
        id: 'kind',
        header: t('kind'),
        value: ({ kind }) => kinds.name(kind),
        cell: ({ kind }) => (
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate">{kinds.name(kind)}</span>
            {kind === 'unknown' && <Badge tone="info">{t('isNew')}</Badge>}
          </span>
        ),
        sortable: false,
        fixed: true,
        width: 230,
        grow: 2,
        card: 'title',
      },
      {
        id: 'field',
        header: t('field'),
        value: ({ field }) => field,
        cell: ({ field }) => <code className="font-mono text-sm">{field}</code>,
        sortable: false,
        width: 220,
        grow: 2,
      },
      { id: 'whom', header: t('aboutWhom'), value: whom, sortable: false, width: 200, grow: 2 },
      {
        id: 'receivedAt',
        header: t('told'),
        value: ({ receivedAt }) => new Date(receivedAt),
        cell: ({ receivedAt }) => <Time at={receivedAt} />,
        sortable: false,
        align: 'end',
        width: 130,
        card: 'corner',
      },
    ];
  }, [t, kinds, numberOf]);
}
