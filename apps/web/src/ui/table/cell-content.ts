import type { ReactNode } from 'react';
import type { Column } from './column.ts';

export function cellContent<Data>(column: Column<Data>, row: Data): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  return value instanceof Date
    ? value.toISOString()
    : value === null || value === undefined
      ? ''
      : String(value);
}
