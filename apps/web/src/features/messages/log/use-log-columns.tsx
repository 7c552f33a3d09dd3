import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { useMemo } from 'react';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useNumberNames } from '../../../data/use-number-names.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { messageMessages } from '../messages.ts';
import type { Recent } from '../queries.ts';
import { useStatus } from '../use-status.ts';

export function useLogColumns(): readonly Column<Recent>[] {
  const t = useT(messageMessages);
  const statusOf = useStatus();
  const nameOf = useContactName();
  const { byId } = useNumberNames();
  return useMemo(
    (): Column<Recent>[] => [
      {
        id: 'contact',
        header: t('contact'),
        value: (row) => nameOf(row).name,
        cell: (row) => (
          <Link to="/messages/$messageId" params={{ messageId: row.messageId }}>
            {nameOf(row).name}
          </Link>
        ),
        fixed: true,
        sortable: false,
        width: 150,
        grow: 2,
        card: 'title',
      },
      {
        id: 'direction',
        header: t('direction'),
        value: ({ direction }) => t(direction),
        cell: ({ direction }) => <Direction word={t(direction)} isIn={direction === 'in'} />,
        sortable: false,
        width: 80,
      },
      {
        id: 'text',
        header: t('text'),
        value: ({ text }) => text,
        cell: ({ text }) => text || <span className="text-ink-3">{t('noWords')}</span>,
        sortable: false,
        width: 180,
        grow: 4,
      },
      {
        id: 'status',
        header: t('status'),
        value: ({ status }) => status,
        cell: ({ status }) => <StatusDot {...statusOf(status)} />,
        sortable: false,
        width: 130,
      },
      {
        id: 'number',
        header: t('number'),
        value: ({ numberId }) => byId.get(numberId)?.phone,
        cell: ({ numberId }) => <span className="tabular-nums">{byId.get(numberId)?.phone}</span>,
        sortable: false,
        width: 150,
        card: 'hidden',
      },
      {
        id: 'type',
        header: t('type'),
        value: ({ type }) => type,
        cell: ({ type }) => <code className="font-mono text-sm text-ink-2">{type}</code>,
        sortable: false,
        width: 90,
        card: 'hidden',
      },
      {
        id: 'at',
        header: t('when'),
        value: ({ at }) => new Date(at),
        cell: ({ at }) => <Time at={at} as="dayTime" />,
        sortable: false,
        align: 'end',
        width: 150,
        card: 'corner',
      },
    ],
    [t, statusOf, nameOf, byId],
  );
}

function Direction({ word, isIn }: { word: string; isIn: boolean }) {
  const Icon = isIn ? ArrowDownLeft : ArrowUpRight;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-ink-2">
      <Icon aria-hidden className="size-4" />
      {word}
    </span>
  );
}
