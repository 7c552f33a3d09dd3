import { refuse } from '../graph/errors.ts';

/** Body and query of a call, of which every value may be anything. */
export type Params = Record<string, unknown>;

interface Length {
  min?: number;
  max?: number;
}

/** Graph reads numbers as texts too; anything else that is no text is refused. */
export function text(params: Params, name: string, { min = 0, max }: Length = {}): string | undefined {
  const given = params[name];
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'string' && typeof given !== 'number') refuse(100, `Param ${name} must be a string.`);
  const value = String(given);
  const { length } = Array.from(value);
  if (length < min) refuse(100, `Param ${name} must be at least ${min} characters long.`);
  if (max !== undefined && length > max) refuse(100, `Param ${name} must be at most ${max} characters long.`);
  return value;
}

export function requiredText(params: Params, name: string, length: Length = {}): string {
  const value = text(params, name, length);
  return value === undefined || value === '' ? refuse(100, `The parameter ${name} is required.`) : value;
}

/** Graph takes such words in either case. */
export function choice<T extends string>(params: Params, name: string, options: readonly T[]): T | undefined {
  const value = text(params, name);
  if (value === undefined) return undefined;
  const wanted = value.toLowerCase();
  return options.find((option) => option.toLowerCase() === wanted) ?? refuseChoice(name, options);
}

export function requiredChoice<T extends string>(params: Params, name: string, options: readonly T[]): T {
  return choice(params, name, options) ?? refuse(100, `The parameter ${name} is required.`);
}

export function flag(params: Params, name: string): boolean | undefined {
  const given = params[name];
  if (given === undefined || given === null) return undefined;
  if (given === true || given === 'true' || given === '1' || given === 1) return true;
  if (given === false || given === 'false' || given === '0' || given === 0) return false;
  return refuse(100, `Param ${name} must be a boolean.`);
}

/** A list as JSON, or as texts between commas. */
export function list(params: Params, name: string): unknown[] | undefined {
  const given = params[name];
  if (given === undefined || given === null || given === '') return undefined;
  if (Array.isArray(given)) return given;
  if (typeof given === 'string') return given.split(',').map((part) => part.trim());
  return refuse(100, `Param ${name} must be an array.`);
}

export function choices<T extends string>(
  params: Params,
  name: string,
  options: readonly T[],
): T[] | undefined {
  return list(params, name)?.map(
    (given, place) =>
      options.find((option) => option === given) ?? refuseChoice(`${name}[${place}]`, options),
  );
}

/** Every body of the Cloud API names the product. */
export function requireProduct(params: Params): void {
  requiredChoice(params, 'messaging_product', ['whatsapp']);
}

function refuseChoice(name: string, options: readonly string[]): never {
  return refuse(100, `Param ${name} must be one of {${options.join(', ')}}.`);
}
