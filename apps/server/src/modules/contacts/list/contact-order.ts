import type { CursorKind } from '../../../platform/paging/index.ts';

export type OrderName = 'newest' | 'name' | 'changed';

interface ContactOrder {
  column: string;
  type: string;
  direction: 'asc' | 'desc';
  kinds: readonly CursorKind[];
  /** How the key of a row goes into a cursor. */
  key: (column: string) => string;
  /** The same order as an expression that no index has. */
  asSorted: (column: string) => string;
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const contactOrders: Record<OrderName, ContactOrder> = {
  newest: {
    column: 'created_at',
    type: 'timestamptz',
    direction: 'desc',
    kinds: ['time', 'uuid'],
    key: instant,
    asSorted: (column) => `${column} + interval '0'`,
  },
  name: {
    column: 'sort_name',
    type: 'text',
    direction: 'asc',
    kinds: ['text', 'uuid'],
    key: (column) => column,
    asSorted: (column) => `${column} || ''`,
  },
  changed: {
    column: 'updated_at',
    type: 'timestamptz',
    direction: 'desc',
    kinds: ['time', 'uuid'],
    key: instant,
    asSorted: (column) => `${column} + interval '0'`,
  },
};
