import { useT } from '../../i18n/use-t.ts';
import { Skeleton } from '../feedback/Skeleton.tsx';
import { uiMessages } from '../messages.ts';
import { gridTemplate, type Column } from './column.ts';

interface TableSkeletonProps<Data> {
  columns: readonly Column<Data>[];
  selectable: boolean;
  cards: boolean;
}

const widths = ['72%', '54%', '64%', '46%', '58%'];

/** The table's own shape, so that nothing moves when the rows arrive. */
export function TableSkeleton<Data>({ columns, selectable, cards }: TableSkeletonProps<Data>) {
  const t = useT(uiMessages);
  const template = cards ? '1fr' : gridTemplate(columns, selectable);
  const cells = cards ? columns.slice(0, 1) : columns;
  return (
    <output aria-label={t('loading')} className="block min-h-0 flex-1 overflow-hidden">
      <div
        className="grid h-9 items-center border-b border-line px-3 text-sm font-medium text-ink-2"
        style={{ gridTemplateColumns: template }}
      >
        {selectable && !cards && <span />}
        {cells.map((column) => (
          <span
            key={column.id}
            className={column.align === 'end' ? 'truncate px-2 text-end' : 'truncate px-2'}
          >
            {column.header}
          </span>
        ))}
      </div>
      {Array.from({ length: 12 }, (_, row) => (
        <div
          key={row}
          className="grid h-row items-center border-b border-line px-3"
          style={{ gridTemplateColumns: template }}
        >
          {selectable && !cards && <Skeleton className="size-4" />}
          {cells.map((column, place) => (
            <span key={column.id} className="px-2">
              <span
                className="block"
                style={{
                  width: widths[(row + place * 2) % widths.length],
                  marginInlineStart: column.align === 'end' ? 'auto' : undefined,
                }}
              >
                <Skeleton className="h-3.5" />
              </span>
            </span>
          ))}
        </div>
      ))}
    </output>
  );
}
