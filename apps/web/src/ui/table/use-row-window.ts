import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';
import type { TableSource } from './table-source.ts';
import type { DataTableModel } from './use-data-table.ts';
import { useRowHeight } from './use-row-height.ts';

interface RowWindow {
  /** The rows to draw. */
  shown: readonly VirtualItem[];
  /** As high as all rows together. */
  height: number;
  /** Ref of a row whose height is not known beforehand: a card. */
  measure: ((row: HTMLElement | null) => void) | undefined;
  reveal: (index: number) => void;
  pageSize: () => number;
}

interface RowWindowOptions<Data extends object> {
  model: DataTableModel<Data>;
  scroller: RefObject<HTMLElement | null>;
  cards: boolean;
  active: number;
  more: TableSource['more'];
}

/** Which rows of many are worth drawing, and when more of them are wanted from the server. */
export function useRowWindow<Data extends object>(options: RowWindowOptions<Data>): RowWindow {
  const { model, scroller, cards, active, more } = options;
  const rowHeight = useRowHeight();
  const lines = model.columns.filter((column) => (column.card ?? 'line') === 'line').length;
  const virtual = useVirtualizer({
    count: model.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (cards ? 46 + lines * 24 : rowHeight),
    getItemKey: (index) => model.rows[index]?.id ?? index,
    overscan: 8,
    // The row that holds the keyboard stays drawn wherever the list is scrolled, or focus would fall to the page.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  });

  // Sizes change with density and with cards; what was measured before is then wrong.
  useEffect(() => virtual.measure(), [virtual, cards, rowHeight]);

  const nearEnd = (virtual.range?.endIndex ?? 0) >= model.rows.length - 5;
  useEffect(() => {
    if (nearEnd && more && !more.loading) more.load();
  }, [nearEnd, more]);

  return {
    shown: virtual.getVirtualItems().filter((item) => item.index < model.rows.length),
    height: virtual.getTotalSize(),
    measure: cards ? virtual.measureElement : undefined,
    reveal: (index) => virtual.scrollToIndex(index),
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
  };
}
