import { refuse } from '../../graph/errors.ts';

/** Components and parameters of a message as strangers send them; only what is looked at is checked. */
export type Given = Record<string, unknown>;

export const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const given = (value: unknown, what: string): Given =>
  isGiven(value) ? value : refuse(100, `Param ${what} must be a JSON object.`);

export function givenList(value: unknown, what: string): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : refuse(100, `Param ${what} must be an array.`);
}

export function requireText(value: unknown, details: string): string {
  if (typeof value === 'string' && value !== '') return value;
  return value === undefined || value === null || value === ''
    ? refuse(131008, details)
    : refuse(131009, details);
}

export function readIndex(value: unknown, what: string): number {
  if (value === undefined || value === null || value === '') return refuse(131008, `${what} is required`);
  const index = typeof value === 'string' ? Number(value) : value;
  return typeof index === 'number' && Number.isInteger(index) && index >= 0
    ? index
    : refuse(131009, `${what} is not valid`);
}

/** `type` is written in small letters, and read in any. */
export const typeOf = (one: Given): string => (typeof one.type === 'string' ? one.type.toLowerCase() : '');
