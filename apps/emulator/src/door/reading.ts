import { isObject } from '../world/json.ts';
import { WorldRefusal } from './world-door.ts';

/** Takes what stands under a name, or refuses it by that name. */
export type Reader<T> = (value: unknown, name: string) => T;

type Values<Fields extends Record<string, Reader<unknown>>> = {
  [Name in keyof Fields as undefined extends ReturnType<Fields[Name]> ? never : Name]: ReturnType<
    Fields[Name]
  >;
} & {
  [Name in keyof Fields as undefined extends ReturnType<Fields[Name]> ? Name : never]?: Exclude<
    ReturnType<Fields[Name]>,
    undefined
  >;
};

function refuseField(value: unknown, name: string, wanted: string): never {
  throw new WorldRefusal(
    value === undefined ? `${name} is missing; it must be ${wanted}.` : `${name} must be ${wanted}.`,
  );
}

export const optional =
  <T>(read: Reader<T>): Reader<T | undefined> =>
  (value, name) =>
    value === undefined ? undefined : read(value, name);

export const text: Reader<string> = (value, name) =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : refuseField(value, name, 'a text that is not empty');

export const matching =
  (pattern: RegExp, wanted: string): Reader<string> =>
  (value, name) =>
    typeof value === 'string' && pattern.test(value) ? value : refuseField(value, name, wanted);

export const flag: Reader<boolean> = (value, name) =>
  typeof value === 'boolean' ? value : refuseField(value, name, 'true or false');

export const amount =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (value, name) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : refuseField(
          value,
          name,
          `a number of at least ${least}${most < Number.MAX_SAFE_INTEGER ? ` and at most ${most}` : ''}`,
        );

export const count =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (value, name) =>
    Number.isInteger(value)
      ? amount(least, most)(value, name)
      : refuseField(value, name, `a whole number of at least ${least}`);

export const share: Reader<number> = amount(0, 1);

export const oneOf =
  <const T extends string>(...words: readonly T[]): Reader<T> =>
  (value, name) =>
    words.find((word) => word === value) ?? refuseField(value, name, `one of ${words.join(', ')}`);

export const list =
  <T>(read: Reader<T>): Reader<T[]> =>
  (value, name) =>
    Array.isArray(value)
      ? value.map((one, at) => read(one, `${name}[${at}]`))
      : refuseField(value, name, 'a list');

/** A number in any writing, with its country code; gives the digits. */
export const phone: Reader<string> = (value, name) => {
  const digits = typeof value === 'string' ? value.replaceAll(/[\s()+-]/g, '') : '';
  return /^[1-9]\d{6,14}$/.test(digits)
    ? digits
    : refuseField(value, name, 'a number with its country code, such as +91 98765 43210');
};

/** A moment in ISO 8601, as milliseconds. */
export const moment: Reader<number> = (value, name) => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? refuseField(value, name, 'a moment such as 2026-12-01T09:00:00+05:30') : at;
};

/** An object with these fields and no others: whoever misspells one hears of it. */
export const object =
  <Fields extends Record<string, Reader<unknown>>>(fields: Fields): Reader<Values<Fields>> =>
  (value, name) => {
    if (!isObject(value)) return refuseField(value, name, 'an object');
    const prefix = name === '' ? '' : `${name}.`;
    for (const given of Object.keys(value)) {
      if (!Object.hasOwn(fields, given))
        throw new WorldRefusal(
          `There is no field ${prefix}${given}; there are ${Object.keys(fields).join(', ')}.`,
        );
    }
    const read = Object.entries(fields).flatMap(([field, reader]) => {
      const taken = reader(value[field], `${prefix}${field}`);
      return taken === undefined ? [] : [[field, taken] as const];
    });
    return Object.fromEntries(read) as Values<Fields>;
  };

/** The whole body of a call. */
export const readBody = <Fields extends Record<string, Reader<unknown>>>(
  body: Record<string, unknown>,
  fields: Fields,
): Values<Fields> => object(fields)(body, '');
