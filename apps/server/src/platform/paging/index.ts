import { invalidField } from '../errors/index.ts';

/** Where a page ended: the sort key of its last row. Opaque to callers, checked when it comes back. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

export type CursorKind = 'text' | 'number' | 'uuid' | 'time';

export function decodeCursor(
  cursor: string | undefined,
  kinds: readonly CursorKind[],
): (string | number)[] | null {
  if (cursor === undefined) return null;
  const key = parse(cursor);
  if (
    !Array.isArray(key) ||
    key.length !== kinds.length ||
    !key.every((part, at) => fits(part, kinds[at]!))
  ) {
    throw invalidField(
      'cursor',
      'invalid_cursor',
      'Give back a cursor exactly as a page returned it, or none.',
    );
  }
  return key as (string | number)[];
}

/** Turns one row too many into a page: the extra row only says that there is a next one. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const uuidPattern = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const timePattern = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function fits(part: unknown, kind: CursorKind): boolean {
  if (kind === 'number') return typeof part === 'number' && Number.isFinite(part);
  if (typeof part !== 'string' || part.includes('\u0000') || !part.isWellFormed()) return false;
  if (kind === 'uuid') return uuidPattern.test(part);
  // Date.parse alone takes much that PostgreSQL does not, such as "12".
  return kind === 'text' || (timePattern.test(part) && !Number.isNaN(Date.parse(part)));
}
