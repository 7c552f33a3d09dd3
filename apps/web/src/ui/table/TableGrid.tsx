import { useRef, useState } from 'react';
import { classes } from '../classes.ts';
import { gridTemplate, widthOf } from './column.ts';
import type { TableSource } from './table-source.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useRowKeys } from './use-row-keys.ts';
import type { DataTableModel } from './use-data-table.ts';
import { useRowWindow } from './use-row-window.ts';

interface TableGridProps<Data extends object> {
  model: DataTableModel<Data>;
  label: string;
  cards: boolean;
  more: TableSource['more'];
  onOpen: ((row: Data) => void) | undefined;
}

export function TableGrid<Data extends object>({ model, label, cards, more, onOpen }: TableGridProps<Data>) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, model.rows.length - 1));
  const { shown, height, measure, reveal, pageSize } = useRowWindow({ model, scroller, cards, active, more });
  useRowKeys({ model, body, active, setActive, pageSize, reveal, open: onOpen });

  const template = gridTemplate(model.columns, model.selectable);
  const least = model.columns.reduce((sum, column) => sum + widthOf(column), model.selectable ? 40 : 0) + 24;
  return (
    <div
      ref={scroller}
      onScroll={(event) => {
        event.currentTarget.dataset['aside'] = String(event.currentTarget.scrollLeft !== 0);
      }}
      // The bulk bar floats over the end; the last rows must be able to come out from under it.
      className={classes(
        'group/table min-h-0 flex-1 overflow-auto overscroll-contain',
        model.selected.length > 0 && 'pb-16',
      )}
    >
      {/* A table whose rows take the keyboard is a grid; the native elements keep its rows and cells for those who hear them. */}
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={model.rows.length + 1}
        aria-multiselectable={model.selectable || undefined}
        className="block w-full text-body"
        style={{ minWidth: cards ? undefined : least }}
      >
        <TableHead model={model} template={template} cards={cards} />
        <tbody ref={body} className="relative block" style={{ height }}>
          {shown.map((item) => {
            const row = model.rows[item.index];
            return (
              row && (
                <TableRow
                  key={row.id}
                  row={row}
                  columns={model.columns}
                  place={{ index: item.index, top: item.start, template, measure }}
                  selected={model.selectable ? row.getIsSelected() : undefined}
                  active={item.index === active}
                  onActivate={setActive}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
