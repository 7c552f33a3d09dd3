import { cellContent } from './cell-content.ts';
import type { Column } from './column.ts';

interface CardCellsProps<Data> {
  row: Data;
  columns: readonly Column<Data>[];
}

/** A row on a phone: its title, what stands in the corner, then a labelled line for each other column. */
export function CardCells<Data>({ row, columns }: CardCellsProps<Data>) {
  const title = columns.find((column) => column.card === 'title') ?? columns[0];
  const place = (column: Column<Data>) => (column === title ? 'title' : (column.card ?? 'line'));
  const corner = columns.find((column) => place(column) === 'corner');
  // A card has no column to keep straight: what is not known takes no line.
  const known = (column: Column<Data>) => (column.value(row) ?? '') !== '';
  const lines = columns.filter((column) => place(column) === 'line' && known(column));
  return (
    <td className="grid min-w-0 flex-1 gap-1">
      <span className="flex min-w-0 items-start justify-between gap-3">
        <span className="min-w-0 flex-1 overflow-hidden font-medium">{title && cellContent(title, row)}</span>
        {corner && <span className="shrink-0">{cellContent(corner, row)}</span>}
      </span>
      {lines.map((column) => (
        <span key={column.id} className="flex min-h-5 min-w-0 gap-2 text-sm">
          <span className="w-2/5 shrink-0 truncate text-ink-3">{column.header}</span>
          <span className="min-w-0 flex-1 truncate">{cellContent(column, row)}</span>
        </span>
      ))}
    </td>
  );
}
