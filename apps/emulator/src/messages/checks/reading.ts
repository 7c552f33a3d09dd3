import { isAtMost } from './characters.ts';
import { faultAt, missingParam, unexpectedKey, wrong, wrongParam } from './wrong.ts';

/**
 * Takes a value as it came over the wire and gives back the same value when it is sound, a changed copy where Meta reads
 * one writing as another (an upper-case type, a number as text), and throws otherwise. `now` is for what may expire.
 */
export type Reader<T> = (value: unknown, now: number) => T;

interface Optional<T> {
  optional: Reader<T>;
}

/** One reader for each property; `optional` for those that may be absent. */
export type Fields<T> = {
  [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Reader<T[K]>;
};

interface Rules<T> {
  /** Properties that Meta knows here and still refuses, with the reason. */
  refused?: Record<string, string>;
  /** What one property says about another. */
  rule?: (value: T, now: number) => void;
}

export const optional = <T>(reader: Reader<T>): Optional<T> => ({ optional: reader });

export function object<T extends object>(
  fields: Fields<T>,
  { refused = {}, rule }: Rules<T> = {},
): Reader<T> {
  const { readers, required } = tableOf(fields);
  for (const [name, reason] of Object.entries(refused)) readers.set(name, () => wrong(131009, reason));
  return (value, now) => {
    const whole = isObject(value) ? value : wrongParam('must be a JSON object.');
    let read = whole;
    let key = '';
    try {
      for (key of required) if (whole[key] === undefined) missingParam();
      for (key in whole) {
        const before = whole[key];
        if (before === undefined) continue;
        const reader = readers.get(key) ?? unexpectedKey;
        // Clients that write every property of an object write null for those without a value.
        const isLeftOut = before === null && reader !== unexpectedKey && !required.includes(key);
        const after = isLeftOut ? undefined : reader(before, now);
        if (after === before) continue;
        if (read === whole) read = { ...whole };
        if (after === undefined) delete read[key];
        else read[key] = after;
      }
    } catch (error) {
      throw faultAt(error, key);
    }
    rule?.(read as T, now);
    return read as T;
  };
}

/** Takes the named properties out of an object that may hold anything else; null is as good as absent. */
export function pick<T extends object>(
  fields: Fields<T>,
): (value: Record<string, unknown>, now: number) => T {
  const { readers, required } = tableOf(fields);
  return (whole, now) => {
    const picked: Record<string, unknown> = {};
    let key = '';
    try {
      for (key of required) if ((whole[key] ?? undefined) === undefined) missingParam();
      for (const [name, reader] of readers) {
        const value = whole[(key = name)];
        if (value !== undefined && value !== null) picked[name] = reader(value, now);
      }
    } catch (error) {
      throw faultAt(error, key);
    }
    return picked as T;
  };
}

function tableOf<T>(fields: Fields<T>) {
  const entries = Object.entries<Reader<unknown> | Optional<unknown>>(fields);
  const readers = new Map(
    entries.map(([name, field]) => [name, typeof field === 'function' ? field : field.optional] as const),
  );
  return {
    readers,
    required: entries.filter(([, field]) => typeof field === 'function').map(([name]) => name),
  };
}

interface Count {
  min?: number;
  max?: number;
  /** Meta's sentence about a wrong count; without it Graph's typing speaks. */
  details?: string;
}

export function array<T>(item: Reader<T>, { min = 0, max = Infinity, details }: Count = {}): Reader<T[]> {
  return (value, now) => {
    const whole: unknown[] = Array.isArray(value) ? value : wrongParam('must be an array.');
    if (details !== undefined && (whole.length < min || whole.length > max)) wrong(131009, details);
    if (whole.length < min) wrongParam(`must have at least ${min} elements.`);
    if (whole.length > max) wrongParam(`must have at most ${max} elements.`);
    let read = whole;
    let at = 0;
    try {
      for (; at < whole.length; at++) {
        const after = item(whole[at], now);
        if (after === whole[at]) continue;
        if (read === whole) read = [...whole];
        read[at] = after;
      }
    } catch (error) {
      throw faultAt(error, at);
    }
    return read as T[];
  };
}

/** An object whose property `by` decides which table it is read with. */
export function variants<T extends object>(by: string, readers: { [name: string]: Reader<T> }): Reader<T> {
  const kind = oneOf(...Object.keys(readers));
  return (value, now) => {
    const whole = isObject(value) ? value : wrongParam('must be a JSON object.');
    return (readers[at(whole, by, kind, now)] as Reader<T>)(whole, now);
  };
}

/** Reads a single property, before or beside the table of the whole. */
export function at<T>(whole: Record<string, unknown>, key: string, reader: Reader<T>, now: number): T {
  try {
    return whole[key] === undefined ? missingParam() : reader(whole[key], now);
  } catch (error) {
    throw faultAt(error, key);
  }
}

/** Graph takes names of kinds in either case. */
export function oneOf<const T extends string>(...names: T[]): Reader<T> {
  const known = new Set<string>(names);
  const inAnyCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  return (value) => {
    if (known.has(value as string)) return value as T;
    const name = inAnyCase.get(stringOf(value).toLowerCase());
    if (name !== undefined) return name;
    const list = names.map((one) => one.toUpperCase()).sort();
    return wrongParam(`must be one of {${list.join(', ')}} - got ${JSON.stringify(value)}.`);
  };
}

/** A text that Graph's typing measures; an empty one counts as missing. */
export const text =
  (max = Infinity): Reader<string> =>
  (value) => {
    const words = stringOf(value);
    if (words === '') missingParam();
    return isAtMost(words, max) ? words : wrongParam(`must be at most ${max} characters long.`);
  };

export const anyText: Reader<string> = (value) => stringOf(value);

/** A text that WhatsApp itself measures and names. */
export const label =
  (what: string, { min = 1, max }: { min?: number; max: number }): Reader<string> =>
  (value) => {
    const words = stringOf(value);
    if (words.length >= min && isAtMost(words, max)) return words;
    return wrong(131009, `${what} length invalid. Min length: ${min}, Max length: ${max}`);
  };

/** The same, in the words that Meta has for parts of lists. */
export const shortLabel =
  (what: string, max: number, min = 1): Reader<string> =>
  (value) => {
    const words = stringOf(value);
    if (words.length < min) wrong(131009, `${what} cannot be empty`);
    return isAtMost(words, max) ? words : wrong(131009, `${what} is too long. Max length is ${max}`);
  };

export const matching =
  (pattern: RegExp, details: string): Reader<string> =>
  (value) =>
    pattern.test(stringOf(value)) ? (value as string) : wrong(131009, details);

export const webAddress: Reader<string> = (value) => {
  const address = stringOf(value);
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : wrongParam('is not a valid URI.');
};

export const boolean: Reader<boolean> = (value) =>
  typeof value === 'boolean' ? value : wrongParam('must be a boolean.');

export const integer =
  (min = -Infinity, max = Infinity): Reader<number> =>
  (value) => {
    const number = Number.isSafeInteger(value) ? (value as number) : wrongParam('must be an integer.');
    if (number < min) wrongParam(`must be greater than or equal to ${min}.`);
    return number <= max ? number : wrongParam(`must be less than or equal to ${max}.`);
  };

/** For the few numbers that Meta takes as text too, and for what came in a form. */
export const orAsText =
  <T>(reader: Reader<T>): Reader<T> =>
  (value, now) =>
    reader(typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value, now);

export const anyObject: Reader<Record<string, unknown>> = (value) =>
  isObject(value) ? value : wrongParam('must be a JSON object.');

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringOf = (value: unknown): string =>
  typeof value === 'string' ? value : wrongParam('must be a string.');
