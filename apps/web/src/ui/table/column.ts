import type { ReactNode } from 'react';

export type CellValue = string | number | boolean | Date | null | undefined;

/** One column of a DataTable: plain data, so that a feature can list its columns at module level. */
export interface Column<Row> {
  id: string;
  header: string;
  /** What it is sorted by, and what it shows when there is no `cell`. Nothing is sorted last, both ways. */
  value: (row: Row) => CellValue;
  cell?: (row: Row) => ReactNode;
  /** The least it may shrink to, in px; the rest of the width is shared by `grow` (1 unless said). */
  width?: number;
  grow?: number;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** Stays when columns are chosen: usually the name. */
  fixed?: boolean;
  /** Its place when rows become cards on a phone. */
  card?: 'title' | 'corner' | 'line' | 'hidden';
}

export function widthOf<Row>(column: Column<Row>): number {
  return column.width ?? 128;
}

export function gridTemplate<Row>(columns: readonly Column<Row>[], selectable: boolean): string {
  const tracks = columns.map((column) => `minmax(${widthOf(column)}px, ${column.grow ?? 1}fr)`);
  return [selectable ? '40px' : '', ...tracks].filter(Boolean).join(' ');
}

/** Every row's natural order in this language: "Ward 9" before "Ward 10", accents and case aside. */
export function compareValues(collator: Intl.Collator): (a: CellValue, b: CellValue) => number {
  return (a, b) => {
    if (typeof a === 'string' || typeof b === 'string') return collator.compare(String(a), String(b));
    return Number(a) - Number(b);
  };
}
