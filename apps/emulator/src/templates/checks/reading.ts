import { refuse } from '../../graph/errors.ts';

/** Reads a template out of JSON that strangers wrote, in the words Graph refuses wrong kinds with. */
export type Fields = Record<string, unknown>;

export function readObject(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  return refuse(100, `Param ${path} must be a JSON object.`);
}

export function readList(value: unknown, path: string): unknown[] {
  return Array.isArray(value) ? value : refuse(100, `Param ${path} must be an array.`);
}

export function readText(value: unknown, path: string): string {
  return typeof value === 'string' ? value : refuse(100, `Param ${path} must be a string.`);
}

export function readOptionalText(value: unknown, path: string): string | undefined {
  return value === undefined || value === null ? undefined : readText(value, path);
}

/** Ids are texts; clients also send them as numbers. */
export const readId = (value: unknown, path: string): string =>
  typeof value === 'number' ? String(value) : readText(value, path);

/** Forms and query strings carry booleans as words. */
export function readBoolean(value: unknown, path: string): boolean {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : refuse(100, `Param ${path} must be a boolean.`);
}

export function readInteger(value: unknown, path: string): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return Number.isInteger(number) ? Number(number) : refuse(100, `Param ${path} must be an integer.`);
}

/** Meta's pages write these words in capitals and in small letters. */
export function readWord<const Word extends string>(
  value: unknown,
  words: readonly Word[],
  path: string,
): Word {
  const wanted = typeof value === 'string' ? value.toUpperCase() : undefined;
  return (
    words.find((word) => word === wanted) ??
    refuse(100, `Param ${path} must be one of {${words.join(', ')}} - got "${String(value)}".`)
  );
}

/** A filter's words in capitals, from a list or a text with commas; null where nothing is asked for. */
export function readWords(value: unknown): Set<string> | null {
  const list: unknown = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(list)) return null;
  const words = list.map((word) => String(word).trim().toUpperCase()).filter(Boolean);
  return words.length > 0 ? new Set(words) : null;
}
