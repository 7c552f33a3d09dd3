import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { gridTemplate, widthOf } from './column.ts';
import type { TableSource } from './DataTable.tsx';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useRowKeys } from './use-row-keys.ts';
import type { DataTableModel } from './use-data-table.ts';
import { useRowHeight } from './use-row-height.ts';

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
  const rowHeight = useRowHeight();
  const lines = model.columns.filter((column) => (column.card ?? 'line') === 'line').length;
  // oxlint-disable-next-line react/incompatible-library -- about the React compiler, which this program does not use
  const virtual = useVirtualizer({
    count: model.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (cards ? 48 + lines * 22 : rowHeight),
    getItemKey: (index) => model.rows[index]?.id ?? index,
    overscan: 8,
  });
  const keys = useRowKeys({
    model,
    body,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    reveal: (index) => virtual.scrollToIndex(index),
    open: onOpen,
  });

  // Sizes change with density and with cards; what was measured before is then wrong.
  useEffect(() => virtual.measure(), [virtual, cards, rowHeight]);

  const shown = virtual.getVirtualItems();
  const nearEnd = (shown.at(-1)?.index ?? 0) >= model.rows.length - 5;
  useEffect(() => {
    if (nearEnd && more && !more.loading) more.load();
  }, [nearEnd, more]);

  const template = gridTemplate(model.columns, model.selectable);
  const least = model.columns.reduce((sum, column) => sum + widthOf(column), model.selectable ? 40 : 0) + 24;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
      {/* A table whose rows take the keyboard is a grid; the native elements keep its rows and cells for those who hear them. */}
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- see above
        role="grid"
        aria-label={label}
        aria-rowcount={model.rows.length + 1}
        aria-multiselectable={model.selectable || undefined}
        className="block w-full text-body"
        style={{ minWidth: cards ? undefined : least }}
      >
        <TableHead model={model} template={template} cards={cards} />
        <tbody ref={body} className="relative block" style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const row = model.rows[item.index];
            return (
              row && (
                <TableRow
                  key={row.id}
                  row={row}
                  columns={model.columns}
                  place={{ index: item.index, top: item.start, template, cards }}
                  selected={model.selectable ? row.getIsSelected() : undefined}
                  active={item.index === keys.active}
                  onActivate={keys.setActive}
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
