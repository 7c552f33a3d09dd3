import { refuse } from '../graph/errors.ts';
import { day, type Granularity } from './periods.ts';

/** What was asked in a field's calls, or in an edge's parameters: texts, numbers or lists. */
export type Given = Record<string, unknown>;

export interface Range {
  from: number;
  to: number;
  granularity: Granularity;
  /** As it was called, since endpoints call the same by different names. */
  called: string;
}

/** Seconds, and names of granularities that belong to the endpoint. */
export function readRange(
  given: Given,
  granularities: Record<string, Granularity>,
  { now, days }: { now: number; days: number },
): Range {
  const [from, to] = [readSeconds(given, 'start'), readSeconds(given, 'end')];
  const [called = refuse(100, 'The parameter granularity is required.')] = readList(given, 'granularity').map(
    (name) => name.toUpperCase(),
  );
  const granularity = granularities[called];
  if (!granularity)
    refuse(100, `Param granularity must be one of {${Object.keys(granularities).join(', ')}}.`);
  if (from >= to) refuse(100, 'Param start must be before end.');
  if (from < now - days * day) refuse(100, `Param start must be within the last ${days} days.`);
  return { from, to, granularity, called };
}

function readSeconds(given: Given, name: string): number {
  const value = given[name] ?? refuse(100, `The parameter ${name} is required.`);
  const seconds = Number(value);
  if (!Number.isInteger(seconds) || seconds < 0) refuse(100, `Param ${name} must be a UNIX timestamp.`);
  return seconds * 1000;
}

/** `["IN","US"]`, `[IN,US]`, `IN,US` or a list; empty when everything is meant. */
export function readList(given: Given, name: string): string[] {
  const value = given[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string' && typeof value !== 'number') refuse(100, `Param ${name} must be a list.`);
  return String(value)
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(',')
    .map((part) => part.trim().replaceAll(/^["']|["']$/g, ''))
    .filter((part) => part !== '');
}

export function readChoices<T extends string>(given: Given, name: string, known: readonly T[]): T[] {
  return readList(given, name).map(
    (value) =>
      known.find((one) => one === value.toUpperCase()) ??
      refuse(100, `Param ${name} must be a list of {${known.join(', ')}}.`),
  );
}

/** Which circumstances of a row get points of their own: their places, in order. */
export function readDimensions(given: Given, dimensions: readonly string[]): number[] {
  const wanted = readChoices(given, 'dimensions', dimensions);
  return [...dimensions.keys()].filter((place) => wanted.includes(dimensions[place] ?? ''));
}
