import type { Call } from './call.ts';
import { refuse } from './errors.ts';

export interface Page<T> {
  data: T[];
  paging?: {
    cursors: { before: string; after: string };
    next?: string;
    previous?: string;
  };
}

interface Paging {
  /** The address of the list without version: `102290129340398/message_templates`. */
  path: string;
  limit?: number;
  largest?: number;
}

/** Cuts the wanted page out of a list, with cursors and links to its neighbours as Graph gives them. */
export function pageOf<T extends { id: string }>(
  list: readonly T[],
  call: Call,
  { path, limit = 25, largest = 1000 }: Paging,
): Page<T> {
  const size = Math.min(readLimit(call.params.limit, limit), largest);
  const [from, to] = boundsOf(list, call, size);
  const data = list.slice(from, to);
  const [first, last] = [data[0], data.at(-1)];
  if (!first || !last) return { data };
  const link = (side: 'after' | 'before', id: string): string => {
    const query = new URLSearchParams({ ...linkedParams(call), limit: String(size), [side]: cursorOf(id) });
    return `${call.origin}/v${call.version}.0/${path}?${query.toString()}`;
  };
  return {
    data,
    paging: {
      cursors: { before: cursorOf(first.id), after: cursorOf(last.id) },
      ...(to < list.length && { next: link('after', last.id) }),
      ...(from > 0 && { previous: link('before', first.id) }),
    },
  };
}

function boundsOf(
  list: readonly { id: string }[],
  { params, version }: Call,
  size: number,
): [number, number] {
  const placeOf = (cursor: unknown): number => {
    const id = typeof cursor === 'string' ? idOf(cursor) : null;
    const place = id === null ? -1 : list.findIndex((one) => one.id === id);
    if (place >= 0) return place;
    return version >= 24
      ? refuse(131059, 'The cursor is invalid or has expired; read the list again from its first page.')
      : refuse(100, 'Invalid cursors values');
  };
  if (params.after !== undefined && params.after !== '') {
    const from = placeOf(params.after) + 1;
    return [from, from + size];
  }
  if (params.before !== undefined && params.before !== '') {
    const to = placeOf(params.before);
    return [Math.max(0, to - size), to];
  }
  return [0, size];
}

function readLimit(value: unknown, usual: number): number {
  if (value === undefined || value === '') return usual;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 0) refuse(100, 'Param limit must be a non-negative integer');
  return limit === 0 ? usual : limit;
}

/** A token never goes into a link, although Graph does that: links end up in logs. */
function linkedParams({ query }: Call): Record<string, string> {
  const kept = Object.entries(query).filter(
    ([name]) => !['after', 'before', 'limit', 'access_token', 'appsecret_proof'].includes(name),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

const cursorOf = (id: string): string => Buffer.from(`QVFIU ${id}`).toString('base64url');

function idOf(cursor: string): string | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  return text.startsWith('QVFIU ') ? text.slice(6) : null;
}
