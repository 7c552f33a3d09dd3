import { memo, useLayoutEffect, useRef, type MouseEvent } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { Checkbox } from '../fields/Checkbox.tsx';
import { uiMessages } from '../messages.ts';
import { CardCells } from './CardCells.tsx';
import { cellContent } from './cell-content.ts';
import { firstColumn } from './first-column.ts';
import type { Column } from './column.ts';
import type { TableRowModel } from './use-data-table.ts';

interface RowPlace {
  index: number;
  top: number;
  template: string;
  /** Set when rows are cards, whose height depends on what is in them. */
  measure: ((row: HTMLElement | null) => void) | undefined;
}

interface TableRowProps<Data extends object> {
  row: TableRowModel<Data>;
  columns: readonly Column<Data>[];
  place: RowPlace;
  /** Undefined when rows cannot be selected. */
  selected: boolean | undefined;
  active: boolean;
  onActivate: (index: number) => void;
  onOpen: ((row: Data) => void) | undefined;
}

function DrawTableRow<Data extends object>(props: TableRowProps<Data>) {
  const { row, columns, place, selected, active, onActivate, onOpen } = props;
  const t = useT(uiMessages);
  const element = useRef<HTMLTableRowElement>(null);
  const { measure } = place;
  const cards = measure !== undefined;

  useLayoutEffect(() => measure?.(element.current));

  // After every draw, because a cell may have drawn new controls: Tab passes through one row, not through the links
  // and boxes of every row on screen.
  useLayoutEffect(() => {
    for (const control of element.current?.querySelectorAll<HTMLElement>('a[href], button, input') ?? [])
      control.tabIndex = active ? 0 : -1;
  });

  const open = (event: MouseEvent) => {
    if (onOpen && !(event.target as HTMLElement).closest('a, button, input, label')) onOpen(row.original);
  };

  return (
    <tr
      ref={element}
      data-row={place.index}
      data-index={place.index}
      aria-rowindex={place.index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      onFocus={() => onActivate(place.index)}
      onClick={open}
      style={{
        transform: `translateY(${place.top}px)`,
        ...(cards ? {} : { gridTemplateColumns: place.template }),
      }}
      className={classes(
        'absolute inset-x-0 top-0 border-b border-line px-3 outline-none!',
        // The ring lies over the cells, or the one that stays while the others scroll would cut it.
        'after:pointer-events-none after:absolute after:inset-0 after:z-2 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent',
        cards ? 'flex items-start gap-2 py-3' : 'grid h-row items-center',
        selected ? 'bg-accent-soft' : 'bg-surface hover:bg-ground dark:hover:bg-raised',
        onOpen && 'cursor-pointer',
      )}
    >
      {selected !== undefined && (
        <td className={classes('flex items-center', !cards && 'sticky start-0 z-1 h-full bg-inherit')}>
          <Checkbox
            label={t('selectRow')}
            hideLabel
            checked={selected}
            onClick={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {cards ? (
        <CardCells row={row.original} columns={columns} />
      ) : (
        columns.map((column, order) => (
          <td
            key={column.id}
            className={classes(
              'min-w-0 truncate px-2',
              column.align === 'end' && 'text-end',
              order === 0 && firstColumn(selected !== undefined),
            )}
          >
            {cellContent(column, row.original)}
          </td>
        ))
      )}
    </tr>
  );
}

/** Drawn again only when something about this row changes: scrolling 10,000 rows stays within a frame. */
export const TableRow = memo(DrawTableRow, (before, after) => {
  const { place: was, ...rest } = before;
  const { place: is, ...next } = after;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === next[key]);
  return (
    same &&
    was.index === is.index &&
    was.top === is.top &&
    was.template === is.template &&
    was.measure === is.measure
  );
}) as typeof DrawTableRow;
