export type Json = string | number | boolean | null | Json[] | JsonObject;

export interface JsonObject {
  [name: string]: Json | undefined;
}

export type Unreadable = 'not_utf8' | 'not_json' | 'too_deep';

export type ReadJson = { value: Json } | { unreadable: Unreadable };

// Where a number begins: digits in a text stand behind a quote or another character.
const longNumber = /[:,[]\s*-?\d+(?:\d{15}|(?:\.\d+)?[eE]\+?\d{3})/;
const oddCharacter = /\\u(?:0000|[dD][89a-fA-F])/;

/**
 * Reads JSON without losing anything: whole numbers beyond 2^53, such as the ids of templates, come as text. Characters
 * that no database column can hold (NUL, halves of a pair) become U+FFFD.
 */
export function readJson(bytes: Uint8Array, mostLevels: number): ReadJson {
  const text = readText(bytes);
  if (text === null) return { unreadable: 'not_utf8' };
  const value = tryParse(text);
  if (value === undefined) return { unreadable: 'not_json' };
  if (!isWithin(value, mostLevels)) return { unreadable: 'too_deep' };
  // Rare, and slow: everything is read a second time, number by number.
  const isRare = longNumber.test(text) || (oddCharacter.test(text) && !isStorable(value));
  return { value: isRare ? (JSON.parse(text, keep) as Json) : value };
}

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function tryParse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Whoever walks through the value later may do so without counting. */
function isWithin(value: Json | undefined, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isWithin(item, levels - 1));
  for (const name in value) if (!isWithin(value[name], levels - 1)) return false;
  return true;
}

function isStorable(value: Json | undefined): boolean {
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  for (const name in value) if (!isText(name) || !isStorable(value[name])) return false;
  return true;
}

function keep(_name: string, value: Json, context?: { source?: string }): Json {
  if (typeof value === 'string') return keepText(value);
  if (typeof value === 'number') return keepNumber(value, context?.source ?? '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (Object.keys(value).every(isText)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [keepText(name), item]));
}

function keepNumber(value: number, source: string): number | string {
  const isWhole = /^-?\d+$/.test(source);
  return Number.isFinite(value) && (!isWhole || Number.isSafeInteger(value)) ? value : source;
}

const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

const keepText = (text: string): string => text.toWellFormed().replaceAll('\0', '\u{FFFD}');

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text, or the number as text, under a name. */
export function textIn(value: Json | undefined, name: string): string | undefined {
  const found = isObject(value) ? value[name] : undefined;
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
