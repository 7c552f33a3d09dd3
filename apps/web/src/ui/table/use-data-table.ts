import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Row,
  type RowSelectionState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useLocale } from '../../i18n/locale.ts';
import { compareValues, type CellValue, type Column } from './column.ts';
import { plainView, type TableView } from './table-view.ts';

const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export type TableRowModel<Data extends object> = Row<typeof features, Data>;

interface DataTableOptions<Data extends object> {
  rows: readonly Data[];
  columns: readonly Column<Data>[];
  rowId: (row: Data) => string;
  view?: TableView;
  onViewChange?: (view: TableView) => void;
  selectable?: boolean;
  /** The rows come sorted from the server; the table only says how. */
  sortedByServer?: boolean;
}

export interface DataTableModel<Data extends object> {
  rows: readonly TableRowModel<Data>[];
  /** Columns on show, in order. */
  columns: readonly Column<Data>[];
  allColumns: readonly Column<Data>[];
  view: TableView;
  setView: (view: TableView) => void;
  selectable: boolean;
  selected: readonly Data[];
  selection: 'none' | 'some' | 'all';
  selectAll: (on: boolean) => void;
  clearSelection: () => void;
}

/** The state of a table, apart from how it is drawn. Keep `columns` and `rows` stable between renders. */
export function useDataTable<Data extends object>(options: DataTableOptions<Data>): DataTableModel<Data> {
  const { rows, columns, rowId, onViewChange, selectable = false, sortedByServer = false } = options;
  const { language } = useLocale();
  const [ownView, setOwnView] = useState(options.view ?? plainView);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const view = options.view ?? ownView;
  const definitions = useMemo(() => definitionsOf(columns, language), [columns, language]);
  const shown = useMemo(
    () => columns.filter((column) => column.fixed || !view.hidden.includes(column.id)),
    [columns, view.hidden],
  );
  const sorting = useMemo(
    () => (view.sort ? [{ id: view.sort.column, desc: view.sort.down }] : []),
    [view.sort],
  );

  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    enableRowSelection: selectable,
    manualSorting: sortedByServer,
    state: { sorting, rowSelection },
    onRowSelectionChange: setRowSelection,
  });

  const selected = table.getSelectedRowModel().rows.map((row) => row.original);
  return {
    rows: table.getRowModel().rows,
    columns: shown,
    allColumns: columns,
    view,
    setView: onViewChange ?? setOwnView,
    selectable,
    selected,
    selection: selected.length === 0 ? 'none' : table.getIsAllRowsSelected() ? 'all' : 'some',
    selectAll: (on) => table.toggleAllRowsSelected(on),
    clearSelection: () => setRowSelection({}),
  };
}

function definitionsOf<Data extends object>(columns: readonly Column<Data>[], language: string) {
  const compare = compareValues(new Intl.Collator(language, { numeric: true, sensitivity: 'base' }));
  return columns.map((column): ColumnDef<typeof features, Data> => ({
    id: column.id,
    header: column.header,
    accessorFn: (row) => column.value(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: (a, b) => compare(a.getValue<CellValue>(column.id), b.getValue<CellValue>(column.id)),
  }));
}
