import { ArrowDown, ArrowUp } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { Checkbox } from '../fields/Checkbox.tsx';
import { uiMessages } from '../messages.ts';
import type { Column } from './column.ts';
import { firstColumn } from './first-column.ts';
import { nextSort } from './table-view.ts';
import type { DataTableModel } from './use-data-table.ts';

interface TableHeadProps<Data extends object> {
  model: DataTableModel<Data>;
  template: string;
  cards: boolean;
}

export function TableHead<Data extends object>({ model, template, cards }: TableHeadProps<Data>) {
  const t = useT(uiMessages);
  const { view, setView, selection } = model;
  const sortOf = ({ id }: Column<Data>) =>
    view.sort?.column === id ? (view.sort.down ? 'descending' : 'ascending') : 'none';
  return (
    <thead className={cards ? 'sr-only' : 'sticky top-0 z-10 block bg-surface'}>
      <tr
        aria-rowindex={1}
        className="grid h-9 items-center bg-inherit border-b border-line ps-3 pe-3 text-sm text-ink-2"
        style={{ gridTemplateColumns: template }}
      >
        {model.selectable && (
          <th scope="col" className="sticky start-0 z-1 flex h-full items-center bg-inherit">
            <Checkbox
              label={t('selectAll')}
              hideLabel
              checked={selection === 'some' ? 'mixed' : selection === 'all'}
              onChange={() => model.selectAll(selection !== 'all')}
            />
          </th>
        )}
        {model.columns.map((column, order) => {
          const sort = sortOf(column);
          const Arrow = sort === 'descending' ? ArrowDown : ArrowUp;
          const look = classes(
            'flex min-w-0 items-center gap-1 px-2',
            column.align === 'end' && 'justify-end',
          );
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={column.sortable === false ? undefined : sort}
              className={classes('min-w-0 font-medium', order === 0 && firstColumn(model.selectable))}
            >
              {column.sortable === false ? (
                <span className={look}>{column.header}</span>
              ) : (
                <button
                  type="button"
                  onClick={() => setView(nextSort(view, column.id))}
                  className={classes(look, 'group h-8 w-full rounded-sm -outline-offset-2 hover:text-ink')}
                >
                  <span className="truncate">{column.header}</span>
                  <Arrow
                    aria-hidden
                    className={classes(
                      'size-3.5 shrink-0',
                      // Before the words of a column of numbers, so that words and numbers end on one line.
                      column.align === 'end' && '-order-1',
                      sort === 'none' ? 'opacity-0 group-hover:opacity-60' : 'text-accent-ink',
                    )}
                  />
                  {sort !== 'none' && (
                    <span className="sr-only">{t(sort === 'ascending' ? 'sortedUp' : 'sortedDown')}</span>
                  )}
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
