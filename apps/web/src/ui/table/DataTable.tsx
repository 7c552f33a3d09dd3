import { useRef, type ReactNode } from 'react';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { BulkBar } from './BulkBar.tsx';
import { TableFoot } from './TableFoot.tsx';
import { TableGrid } from './TableGrid.tsx';
import type { TableSource } from './table-source.ts';
import { TableSkeleton } from './TableSkeleton.tsx';
import { useCardLayout } from './use-card-layout.ts';
import type { DataTableModel } from './use-data-table.ts';

interface DataTableProps<Data extends object> {
  model: DataTableModel<Data>;
  /** What the table lists, for those who hear it. */
  label: string;
  source: TableSource;
  /** An EmptyState. */
  empty: ReactNode;
  onOpen?: (row: Data) => void;
  /** Search, filters, ViewPicker and ColumnPicker. */
  toolbar?: ReactNode;
  /** Actions on `model.selected`; drawn while anything is. */
  bulk?: ReactNode;
}

/** For work: keyboard, selection, sort, chosen columns, 10,000 rows. Give it a parent with a height; it scrolls inside. */
export function DataTable<Data extends object>({
  model,
  label,
  source,
  empty,
  onOpen,
  toolbar,
  bulk,
}: DataTableProps<Data>) {
  const frame = useRef<HTMLDivElement>(null);
  const cards = useCardLayout(frame);
  const none = source.state === 'ready' && model.rows.length === 0;
  return (
    <div ref={frame} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      {toolbar && <div className="flex flex-wrap items-center gap-2 pb-3">{toolbar}</div>}
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-surface">
        {source.state === 'loading' && (
          <TableSkeleton columns={model.columns} selectable={model.selectable} cards={cards} />
        )}
        {source.state === 'failed' && <ErrorState {...(source.retry ? { onRetry: source.retry } : {})} />}
        {none && empty}
        {source.state === 'ready' && !none && (
          <>
            <TableGrid model={model} label={label} cards={cards} more={source.more} onOpen={onOpen} />
            <TableFoot shown={model.rows.length} total={source.total} more={source.more} />
          </>
        )}
      </div>
      {bulk && model.selected.length > 0 && (
        <BulkBar count={model.selected.length} onClear={model.clearSelection}>
          {bulk}
        </BulkBar>
      )}
    </div>
  );
}
