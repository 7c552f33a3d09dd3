import { type FieldKind, fieldKind } from './field-kinds.ts';
import { maskError } from './mask-error.ts';
import { maskPhone, maskText } from './mask-text.ts';

const DEEPEST = 6;
const MOST_ITEMS = 20;
const MOST_FIELDS = 50;
/** Values looked at in one line: a whole page of contacts logged by mistake costs a bounded time. */
const MOST_VALUES = 500;

type Walk = { ancestors: object[]; left: number };

/** A plain copy of a value in which personal data and secrets are replaced, bounded in depth, width and length. */
export function maskValue(value: unknown): unknown {
  return copy(value, 'open', { ancestors: [], left: MOST_VALUES });
}

/** The same for what is known to be one set of fields. */
export function maskFields(fields: object): Record<string, unknown> {
  const masked = maskValue(fields);
  if (typeof masked === 'object' && masked !== null && !Array.isArray(masked))
    return masked as Record<string, unknown>;
  return { value: masked };
}

function copy(value: unknown, kind: FieldKind, walk: Walk): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value;
  walk.left -= 1;
  if (walk.left < 0) return '[…]';
  if (kind === 'secret') return '[secret]';
  if (typeof value === 'string') return copyText(value, kind);
  if (typeof value === 'number' || typeof value === 'bigint') return copyNumber(value, kind);
  return typeof value === 'object' ? copyObject(value, kind, walk) : `[${typeof value}]`;
}

function copyText(text: string, kind: FieldKind): string {
  if (kind === 'content') return `[text ${text.length}]`;
  if (kind === 'code' && /^\d{4,8}$/.test(text)) return '[code]';
  if (kind === 'phone' && /^[\d+() .-]{6,}$/.test(text) && !/^\d{4}-\d\d-\d\d$/.test(text))
    return maskPhone(text);
  return maskText(kind === 'address' ? text.replace(/[?#][\s\S]*$/, '') : text);
}

// Ten to fifteen digits are a telephone number unless they are a time in milliseconds of this century's first half.
function copyNumber(value: number | bigint, kind: FieldKind): unknown {
  if (kind === 'content') return '[number]';
  const whole = typeof value === 'bigint' || Number.isInteger(value);
  const size = value < 0 ? -value : value;
  const milliseconds = size >= 9e11 && size < 2.6e12 && kind !== 'phone' && !isIndianNumber(size);
  if (whole && size >= (kind === 'phone' ? 1e5 : 6e9) && !milliseconds) return maskPhone(String(value));
  return typeof value === 'bigint' ? String(value) : value;
}

function isIndianNumber(size: number | bigint): boolean {
  return size >= 916_000_000_000 && size <= 919_999_999_999;
}

function copyObject(value: object, kind: FieldKind, walk: Walk): unknown {
  try {
    if (value instanceof Error) return maskError(value);
    if (kind === 'content') return '[object]';
    if (walk.ancestors.includes(value)) return '[circular]';
    if (walk.ancestors.length >= DEEPEST) return '[deep]';
    walk.ancestors.push(value);
    try {
      return copyByShape(value, kind, walk);
    } finally {
      walk.ancestors.pop();
    }
  } catch {
    return '[unreadable]';
  }
}

function copyByShape(value: object, kind: FieldKind, walk: Walk): unknown {
  if (Array.isArray(value)) return copyItems(value, value.length, kind, walk);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return copyEntries(value, walk);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof URL) return maskText(`${value.origin}${value.pathname}`);
  if (value instanceof Map) return copyEntries(Object.fromEntries(firstEntries(value)), walk);
  if (value instanceof Set) return copyItems([...firstItems(value)], value.size, kind, walk);
  if (ArrayBuffer.isView(value)) return `[bytes ${value.byteLength}]`;
  if (hasToJson(value)) return copy(value.toJSON(), kind, walk);
  // What lives (a socket, a pool, a request) holds the world; its name is all that a line needs.
  return `[${value.constructor?.name ?? 'object'}]`;
}

function copyItems(items: unknown[], total: number, kind: FieldKind, walk: Walk): unknown[] {
  const copied = items.slice(0, MOST_ITEMS).map((item) => copy(item, kind, walk));
  if (total > MOST_ITEMS) copied.push(`[${total - MOST_ITEMS} more]`);
  return copied;
}

function copyEntries(value: object, walk: Walk): Record<string, unknown> {
  const copied: Record<string, unknown> = {};
  const names = Object.keys(value);
  for (const name of names.slice(0, MOST_FIELDS)) {
    const safeName = name.length < 10 ? name : maskText(name);
    const target = safeName === '__proto__' || safeName === 'toJSON' ? `_${safeName}` : safeName;
    copied[target] = readEntry(value, name, walk);
  }
  if (names.length > MOST_FIELDS) copied['…'] = `[${names.length - MOST_FIELDS} more]`;
  return copied;
}

function readEntry(value: object, name: string, walk: Walk): unknown {
  try {
    return copy((value as Record<string, unknown>)[name], fieldKind(name), walk);
  } catch {
    return '[unreadable]';
  }
}

function* firstEntries(map: Map<unknown, unknown>): Generator<[string, unknown]> {
  let left = MOST_FIELDS;
  for (const [key, entry] of map) {
    if (left-- === 0) return;
    yield [typeof key === 'string' || typeof key === 'number' ? String(key) : `[${typeof key}]`, entry];
  }
}

function* firstItems(set: Set<unknown>): Generator {
  let left = MOST_ITEMS;
  for (const item of set) {
    if (left-- === 0) return;
    yield item;
  }
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
